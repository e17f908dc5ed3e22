package org.closedloop.feedback.in.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.closedloop.feedback.core.ops.Overview;
import org.closedloop.pages.Viewer;

/** The templates of the operators' pages. */
@CheckedTemplate(basePath = "ops")
final class Templates {

  private Templates() {}

  static native TemplateInstance overview(Overview overview, Viewer viewer);

  static native TemplateInstance figures(Overview overview);

  static native TemplateInstance parked(
      List<ParkedItem> items, List<ParkedItem> done, String notice, Viewer viewer);

  static native TemplateInstance referral(ReferralPage page, Viewer viewer);
}
