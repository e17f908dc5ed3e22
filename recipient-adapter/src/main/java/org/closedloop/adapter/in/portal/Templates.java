package org.closedloop.adapter.in.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.closedloop.adapter.core.portal.DeedView;
import org.closedloop.adapter.core.portal.ReferralView;
import org.closedloop.adapter.core.portal.Worklist;
import org.closedloop.pages.Viewer;

/** The templates of the portal. */
@CheckedTemplate(basePath = "portal")
final class Templates {

  private Templates() {}

  static native TemplateInstance list(Worklist list, Viewer viewer);

  static native TemplateInstance rows(Worklist list);

  static native TemplateInstance referral(ReferralView referral, String notice, Viewer viewer);

  static native TemplateInstance standing(ReferralView referral);

  static native TemplateInstance deed(DeedView form, Viewer viewer);
}
