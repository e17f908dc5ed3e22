package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/** Within a message only documents nest, and in a document nothing. */
final class NestedBundles implements Rule {

  @Override
  public String id() {
    return "nested-bundles";
  }

  @Override
  public void check(Message message, Report report) {
    message.view().documents().forEach(bundle -> check(bundle, report));
  }

  private static void check(BundleView bundle, Report report) {
    if (!"document".equals(Nodes.text(bundle.bundle(), "type"))) {
      report.error(
          bundle.path("type"),
          "Only a Bundle of type document may stand in a message; send others on their own.");
    }
    bundle
        .ofType("Bundle")
        .forEach(
            inner -> report.error(inner.path(), "A document holds no further Bundle; remove it."));
  }
}
