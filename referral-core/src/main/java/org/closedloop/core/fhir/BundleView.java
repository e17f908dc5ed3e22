package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Bundle's resources and how a reference finds them (R4, Bundle, "resolving references"). */
public final class BundleView {

  private static final Entry AMBIGUOUS = new Entry("", null, null);

  private final String path;
  private final ObjectNode bundle;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> byUrl = new HashMap<>();
  private final Map<String, Entry> byTypeAndId = new HashMap<>();

  /**
   * @param path FHIRPath of the Bundle, {@code Bundle} for the message itself
   * @param bundle the Bundle
   */
  public BundleView(String path, ObjectNode bundle) {
    this.path = path;
    this.bundle = bundle;
    int index = 0;
    for (JsonNode entry : Nodes.list(bundle, "entry")) {
      if (entry.get("resource") instanceof ObjectNode resource) {
        add(
            new Entry(
                path + ".entry[" + index + "].resource", Nodes.text(entry, "fullUrl"), resource));
      }
      index++;
    }
  }

  private void add(Entry entry) {
    entries.add(entry);
    if (entry.fullUrl() != null) {
      byUrl.putIfAbsent(entry.fullUrl(), entry);
    }
    String id = Nodes.text(entry.resource(), "id");
    if (id != null) {
      byTypeAndId.merge(entry.type() + "/" + id, entry, (a, b) -> AMBIGUOUS);
    }
  }

  public String path() {
    return path;
  }

  /** FHIRPath of an element of the Bundle. */
  public String path(String element) {
    return path + "." + element;
  }

  public ObjectNode bundle() {
    return bundle;
  }

  public List<Entry> entries() {
    return entries;
  }

  /** All entries of one resource type, in order. */
  public List<Entry> ofType(String type) {
    List<Entry> found = List.of();
    for (Entry entry : entries) {
      if (entry.is(type)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(entry);
      }
    }
    return found;
  }

  /** The first entry when it is of this type. */
  public Optional<Entry> first(String type) {
    return entries.isEmpty() || !entries.get(0).is(type)
        ? Optional.empty()
        : Optional.of(entries.get(0));
  }

  /**
   * The entry a literal reference points to: by fullUrl, without a version suffix too, or for a
   * relative reference by type and id when only one entry has them.
   */
  public Optional<Entry> find(String reference) {
    int version = reference.indexOf("/_history/");
    String target = version < 0 ? reference : reference.substring(0, version);
    Entry found = byUrl.get(target);
    if (found == null) {
      found = byTypeAndId.get(target);
    }
    return found == null || found == AMBIGUOUS ? Optional.empty() : Optional.of(found);
  }
}
