package org.closedloop.conformance.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.core.fhir.Nodes;

/**
 * A fullUrl that is the address of a resource on a server names the type and the id of the resource
 * in the entry (R4, Bundle.entry.fullUrl: it shall not disagree with the id).
 */
final class FullUrlMatches implements Rule {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://(?:[^?#]*/)?([A-Z][A-Za-z]*)/([A-Za-z0-9.-]{1,64})");

  @Override
  public String id() {
    return "fullurl-matches";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .bundles()
        .forEach(
            bundle ->
                Located.of(bundle).children("entry").stream()
                    .filter(FullUrlMatches::disagrees)
                    .forEach(
                        entry ->
                            report.error(
                                entry.path() + ".fullUrl",
                                "The fullUrl is the address of another resource; let it end"
                                    + " with the type and id of the one in the entry.")));
  }

  private static boolean disagrees(Located entry) {
    String fullUrl = Nodes.text(entry.node(), "fullUrl");
    if (fullUrl == null || !fullUrl.startsWith("http")) {
      return false;
    }
    Matcher address = ADDRESS.matcher(fullUrl);
    if (!address.matches() || R4Model.shared().resource(address.group(1)).isEmpty()) {
      return false;
    }
    return !address.group(1).equals(Nodes.text(entry.node().path("resource"), "resourceType"))
        || !address.group(2).equals(Nodes.text(entry.node().path("resource"), "id"));
  }
}
