package org.closedloop.conformance.rule;

import java.util.HashSet;
import java.util.Set;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/** No two entries of a Bundle have the same fullUrl (R4 bdl-7). */
final class FullUrlUnique implements Rule {

  @Override
  public String id() {
    return "fullurl-unique";
  }

  @Override
  public void check(Message message, Report report) {
    message.view().bundles().forEach(bundle -> check(bundle, report));
  }

  private static void check(BundleView bundle, Report report) {
    Set<String> seen = new HashSet<>();
    for (Located entry : Located.of(bundle).children("entry")) {
      String fullUrl = Nodes.text(entry.node(), "fullUrl");
      if (fullUrl != null && !seen.add(fullUrl)) {
        report.error(
            entry.path() + ".fullUrl",
            "Another entry of this Bundle has the same fullUrl; give each its own.");
      }
    }
  }
}
