package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.fhirpath.Resolver;
import org.closedloop.conformance.fhirpath.Session;
import org.closedloop.conformance.shape.ExtensionUse;
import org.closedloop.conformance.shape.Path;
import org.closedloop.conformance.shape.Shape;
import org.closedloop.conformance.shape.TypeTable;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.outcome.Finding;

/**
 * Judges one message by the profiles. Each resource is looked at once under each profile that is
 * demanded of it: by the message itself, by a reference, or by its own meta.profile. Not reusable.
 */
public final class ProfileCheck {

  private final Profiles profiles;
  private final MessageView message;
  private final Shape shape;
  private final Map<Duty, Outcome> outcomes = new HashMap<>();
  private final Map<Duty, Boolean> conforming = new HashMap<>();

  private final Session session;

  private ProfileCheck(Profiles profiles, MessageView message, Shape shape, Instant now) {
    this.session = Session.of(profiles.types(), Resolver.NONE, now);
    this.profiles = profiles;
    this.message = message;
    this.shape = shape;
  }

  /**
   * Everything in a message that breaks a profile, each fault once.
   *
   * @param message of type message; it has the shape of R4
   * @param shape what the walk through it met
   * @param now the time it is judged at
   */
  public static List<Finding> check(
      Profiles profiles, MessageView message, Shape shape, Instant now) {
    return new ProfileCheck(profiles, message, shape, now).findings();
  }

  MessageView message() {
    return message;
  }

  Profiles profiles() {
    return profiles;
  }

  /** What all invariants of the message share. */
  Session session() {
    return session;
  }

  FhirTypes types() {
    return profiles.types();
  }

  TypeTable extensionTable() {
    return profiles.extensionTable();
  }

  private List<Finding> findings() {
    Map<String, Finding> found = new LinkedHashMap<>();
    for (Duty duty : closure(roots())) {
      for (Finding finding : outcome(duty).findings) {
        // Two profiles that say the same of one element are one fault.
        found.putIfAbsent(finding.ruleId() + ' ' + finding.expression(), finding);
      }
    }
    ExtensionPlaces.findings(profiles, shape)
        .forEach(finding -> found.putIfAbsent(finding.expression(), finding));
    return List.copyOf(found.values());
  }

  private List<Duty> roots() {
    List<Duty> roots = new ArrayList<>();
    BundleView outer = message.message();
    Subject whole = new Subject(outer.bundle(), Path.root("Bundle"), outer, outer.bundle());
    profiles.find(Profiles.MESSAGE).ifPresent(profile -> roots.add(new Duty(whole, profile)));
    message
        .bundles()
        .forEach(
            scope -> {
              for (Entry entry : scope.entries()) {
                claimed(Subject.of(entry, scope), roots);
              }
            });
    shape.extensions().forEach(use -> extension(use, roots));
    return roots;
  }

  /** An extension is judged by the definition its URL names, wherever it stands. */
  private void extension(ExtensionUse use, List<Duty> roots) {
    BundleView scope = message.bundle(use.bundle());
    Optional<Profile> profile = profiles.extension(use.extension());
    if (scope != null && profile.isPresent()) {
      Subject subject = new Subject(use.extension(), use.path(), scope, use.resource());
      roots.add(new Duty(subject, profile.get()));
    }
  }

  /** The profiles a resource says it conforms to; saying so is a promise to who reads it. */
  private void claimed(Subject subject, List<Duty> roots) {
    for (JsonNode url : Nodes.list(subject.resource().path("meta"), "profile")) {
      Profile profile = profiles.findOrNull(url.asText());
      if (profile != null && profile.type().equals(subject.type())) {
        roots.add(new Duty(subject, profile));
      }
    }
  }

  private Set<Duty> closure(List<Duty> roots) {
    Set<Duty> all = new LinkedHashSet<>();
    Deque<Duty> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      Duty duty = open.removeFirst();
      if (all.add(duty)) {
        open.addAll(outcome(duty).duties);
      }
    }
    return all;
  }

  private Outcome outcome(Duty duty) {
    Outcome known = outcomes.get(duty);
    if (known == null) {
      known = new Outcome();
      // Set before the walk: a slice may ask for what is being looked at already.
      outcomes.put(duty, known);
      new ProfileWalk(this, duty, known).run();
    }
    return known;
  }

  /** Whether a resource and all it demands of others conform; a circle demands nothing new. */
  boolean conforms(Subject subject, Profile profile) {
    Duty duty = new Duty(subject, profile);
    Boolean known = conforming.get(duty);
    if (known == null) {
      known = closure(List.of(duty)).stream().allMatch(d -> outcome(d).findings.isEmpty());
      conforming.put(duty, known);
    }
    return known;
  }

  Optional<Subject> target(Subject from, JsonNode reference) {
    return from.target(message, reference);
  }
}
