package org.closedloop.core.fhir.readable;

import java.util.List;
import java.util.Optional;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;

/**
 * What a message or document Bundle says, for people. What it does not say is null or empty;
 * nothing here fails on a faulty message. Dates are ISO texts as they were sent.
 *
 * @param patient whom it is about
 * @param requester who refers
 * @param program who is asked to help; in a feedback document, who wrote it
 * @param service what is asked for
 * @param reasons why
 * @param priority such as {@code routine}, null when not said
 * @param authoredOn when the referral was written
 * @param wantedOn when the service is wanted
 * @param documents the documents in it, each with its sections
 */
public record Readable(
    PatientCard patient,
    ProviderCard requester,
    ProviderCard program,
    String service,
    List<String> reasons,
    String priority,
    String authoredOn,
    String wantedOn,
    List<Paper> documents) {

  /**
   * Reads a Bundle that passed the gate before: a message, or a document alone.
   *
   * @throws IllegalArgumentException when the bytes are not even readable; then they never passed
   */
  public static Readable of(byte[] bundle) {
    return switch (FhirReader.read(bundle)) {
      case Reading.Readable(var tree) -> new MessageReading(tree.root()).read();
      case Reading.Unreadable unreadable ->
          throw new IllegalArgumentException("not a stored message: " + unreadable.refusal());
    };
  }

  /** The sections of all documents, in order. */
  public List<Section> sections() {
    return documents.stream().flatMap(document -> document.sections().stream()).toList();
  }

  /** The measures of all documents, in order. */
  public List<Measure> measures() {
    return sections().stream().flatMap(section -> section.measures().stream()).toList();
  }

  /** The answers of all documents, in order. */
  public List<Answer> answers() {
    return sections().stream().flatMap(section -> section.answers().stream()).toList();
  }

  /** The first document, the only one of a message of the hub. */
  public Optional<Paper> document() {
    return documents.stream().findFirst();
  }
}
