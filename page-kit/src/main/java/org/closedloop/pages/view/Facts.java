package org.closedloop.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.fhir.readable.PatientCard;
import org.closedloop.core.fhir.readable.ProviderCard;

/** What a referral is about, as pairs of a name and a text. */
public final class Facts {

  /** A name and its text. */
  public record Fact(String name, String text) {}

  private final List<Fact> facts = new ArrayList<>();

  /** None yet. */
  public Facts() {}

  /** About the patient. */
  public static List<Fact> patient(PatientCard patient) {
    Facts all = new Facts();
    all.add("Name", patient.name());
    all.add("Born", Times.day(patient.birthDate()));
    all.add("Gender", patient.gender());
    all.add("Phone", joined(patient.phones().stream()));
    all.add("Address", joined(patient.address().stream()));
    all.add("Contact", patient.contact());
    all.add("Numbers", joined(patient.numbers().stream()));
    return all.list();
  }

  /** A person and an organization in one line. */
  public static String provider(ProviderCard card) {
    return joined(Stream.of(card.person(), card.organization()));
  }

  /** Those that are there, with commas. */
  public static String joined(Stream<String> parts) {
    return parts.filter(part -> part != null).collect(Collectors.joining(", "));
  }

  /** Adds one; without a text it is left out. */
  public void add(String name, String text) {
    if (text != null && !text.isBlank()) {
      facts.add(new Fact(name, text));
    }
  }

  /** All in the order they were added. */
  public List<Fact> list() {
    return List.copyOf(facts);
  }
}
