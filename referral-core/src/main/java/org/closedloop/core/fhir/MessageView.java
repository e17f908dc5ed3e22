package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message Bundle with its parts by name. Works on faulty messages too: what is not there is
 * empty.
 */
public final class MessageView {

  private final BundleView message;
  private final List<BundleView> documents;
  private final List<BundleView> all;
  private final Optional<Entry> header;
  private final Optional<Entry> task;
  private final Optional<Entry> serviceRequest;

  public MessageView(ObjectNode root) {
    message = new BundleView("Bundle", root);
    documents =
        message.ofType("Bundle").stream()
            .map(entry -> new BundleView(entry.path(), entry.resource()))
            .toList();
    all = Stream.concat(Stream.of(message), documents.stream()).toList();
    header = message.ofType("MessageHeader").stream().findFirst();
    task =
        header
            .flatMap(h -> target(message, Nodes.at(h.resource(), "focus")))
            .filter(e -> e.is("Task"));
    serviceRequest =
        task.flatMap(t -> target(message, Nodes.at(t.resource(), "focus")))
            .filter(e -> e.is("ServiceRequest"));
  }

  /** The outer Bundle. */
  public BundleView message() {
    return message;
  }

  /** The nested Bundles, in order. */
  public List<BundleView> documents() {
    return documents;
  }

  /** The outer and the nested Bundles. */
  public Stream<BundleView> bundles() {
    return all.stream();
  }

  /** The same as a list. */
  public List<BundleView> allBundles() {
    return all;
  }

  /** The view of one of them, null when it is none. */
  public BundleView bundle(ObjectNode bundle) {
    if (message.bundle() == bundle) {
      return message;
    }
    for (BundleView document : documents) {
      if (document.bundle() == bundle) {
        return document;
      }
    }
    return null;
  }

  /** The (first) MessageHeader. */
  public Optional<Entry> header() {
    return header;
  }

  /** The Task that MessageHeader.focus points to. */
  public Optional<Entry> task() {
    return task;
  }

  /** The ServiceRequest that Task.focus points to. */
  public Optional<Entry> serviceRequest() {
    return serviceRequest;
  }

  /** The Patient that Task.for points to. */
  public Optional<Entry> patient() {
    return task.flatMap(t -> target(message, Nodes.at(t.resource(), "for")))
        .filter(e -> e.is("Patient"));
  }

  /**
   * What a Reference in this Bundle points to: within the Bundle, else within the message.
   *
   * @param scope the Bundle the referring resource stands in
   * @param reference a Reference element; anything else finds nothing
   */
  public Optional<Entry> target(BundleView scope, JsonNode reference) {
    String literal = Nodes.text(reference, "reference");
    return literal == null ? Optional.empty() : find(scope, literal);
  }

  /** As {@link #target} for the literal text of a Reference. */
  public Optional<Entry> find(BundleView scope, String literal) {
    Optional<Entry> inside = scope.find(literal);
    return inside.isPresent() || scope == message ? inside : message.find(literal);
  }

  /** Shorthand: what an element (its first item) of a resource of the outer Bundle points to. */
  public Optional<Entry> follow(Entry from, String... elements) {
    return target(message, Nodes.at(from.resource(), elements));
  }
}
