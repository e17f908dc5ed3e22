package org.closedloop.gateway.in.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.closedloop.gateway.core.track.CancelView;
import org.closedloop.gateway.core.track.JourneyView;
import org.closedloop.gateway.core.track.TrackList;
import org.closedloop.pages.Viewer;

/** The templates of these pages. */
@CheckedTemplate(basePath = "track")
final class Templates {

  private Templates() {}

  static native TemplateInstance list(TrackList list, Viewer viewer);

  static native TemplateInstance rows(TrackList list);

  static native TemplateInstance referral(JourneyView journey, String notice, Viewer viewer);

  static native TemplateInstance journey(JourneyView journey);

  static native TemplateInstance print(JourneyView journey, Viewer viewer);

  static native TemplateInstance cancel(CancelView cancel, Viewer viewer);
}
