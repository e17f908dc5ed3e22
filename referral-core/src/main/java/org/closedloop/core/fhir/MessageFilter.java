package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.closedloop.core.catalog.Flow;

/** One run of the minimum-necessary filter over a message of its own, changed in place. */
final class MessageFilter {

  private final WithheldLog log = new WithheldLog();
  private final Flow flow;
  private final ObjectNode root;

  /**
   * @param root the message; will be changed
   * @param flow what the use case lists for this direction, null when no document may go out
   */
  MessageFilter(ObjectNode root, Flow flow) {
    this.root = root;
    this.flow = flow;
  }

  List<Withheld> run() {
    MessageView view = new MessageView(root);
    filterElements(view);
    Set<Entry> selected = selectClinical(view);
    Set<Entry> kept = new Reachability(view, selected).kept();
    ReferenceFilter references = new ReferenceFilter(view, kept, log);
    view.bundles().forEach(bundle -> filterReferences(bundle, kept, references));
    view.bundles().forEach(bundle -> dropEntries(bundle, kept));
    return log.list();
  }

  private static void filterReferences(
      BundleView bundle, Set<Entry> kept, ReferenceFilter references) {
    for (Entry entry : bundle.entries()) {
      if (kept.contains(entry) && !entry.is("Bundle")) {
        references.filter(bundle, entry);
      }
    }
  }

  private void filterElements(MessageView view) {
    ElementFilter elements = new ElementFilter(log, new KeptIdentifiers(referral(view)));
    view.bundles().forEach(bundle -> elements.filterBundle(bundle.bundle()));
    view.bundles().forEach(bundle -> filterEntries(bundle, elements));
  }

  private static void filterEntries(BundleView bundle, ElementFilter elements) {
    for (Entry entry : bundle.entries()) {
      if (!entry.is("Bundle")) {
        elements.filter(entry);
      }
    }
  }

  private static String referral(MessageView view) {
    Placer placer =
        view.serviceRequest()
            .map(request -> new Participants(view).placer(request.resource()))
            .orElse(null);
    return placer == null ? "" : placer.authority() + "|" + placer.value();
  }

  private Set<Entry> selectClinical(MessageView view) {
    if (flow == null) {
      return new HashSet<>();
    }
    SectionFilter sections = new SectionFilter(view, flow, log);
    view.documents().forEach(sections::filter);
    return sections.selected();
  }

  private void dropEntries(BundleView bundle, Set<Entry> kept) {
    Set<JsonNode> keptResources =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    kept.forEach(entry -> keptResources.add(entry.resource()));
    if (!(bundle.bundle().get("entry") instanceof ArrayNode entries)) {
      return;
    }
    Iterator<JsonNode> items = entries.iterator();
    while (items.hasNext()) {
      JsonNode resource = items.next().path("resource");
      if (!keptResources.contains(resource)) {
        log.add(Nodes.at(resource, "resourceType").asText("Bundle.entry"), "not-on-use-case-list");
        items.remove();
      }
    }
  }
}
