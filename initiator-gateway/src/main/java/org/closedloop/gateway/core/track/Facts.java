package org.closedloop.gateway.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.fhir.readable.PatientCard;
import org.closedloop.core.fhir.readable.ProviderCard;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.track.ReferralLine;

/** What a referral is about, as pairs of a name and a text. */
public final class Facts {

  /** A name and its text. */
  public record Fact(String name, String text) {}

  private final List<Fact> facts = new ArrayList<>();

  private Facts() {}

  /** About the patient. */
  static List<Fact> patient(PatientCard patient) {
    Facts all = new Facts();
    all.add("Name", patient.name());
    all.add("Born", Times.day(patient.birthDate()));
    all.add("Gender", patient.gender());
    all.add("Phone", joined(patient.phones().stream()));
    all.add("Address", joined(patient.address().stream()));
    all.add("Contact", patient.contact());
    all.add("Numbers", joined(patient.numbers().stream()));
    return all.facts;
  }

  /** About the referral. */
  static List<Fact> referral(ReferralLine line, String useCase, Readable request) {
    Facts all = new Facts();
    all.add("Program", Turns.program(line));
    all.add("Subject", useCase);
    all.add("Service", request.service());
    all.add("Reason", joined(request.reasons().stream()));
    all.add("Priority", request.priority());
    all.add("Wanted on", Times.day(request.wantedOn()));
    all.add("Referred by", provider(request.requester()));
    all.add("Your number", line.serviceNumber());
    all.add("Task number", line.taskNumber());
    all.add("Referral id", line.id());
    return all.facts;
  }

  private static String provider(ProviderCard card) {
    return joined(Stream.of(card.person(), card.organization()));
  }

  private static String joined(Stream<String> parts) {
    return parts.filter(part -> part != null).collect(Collectors.joining(", "));
  }

  private void add(String name, String text) {
    if (text != null && !text.isBlank()) {
      facts.add(new Fact(name, text));
    }
  }
}
