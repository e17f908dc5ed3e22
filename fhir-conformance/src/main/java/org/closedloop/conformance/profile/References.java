package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.fhir.Nodes;

/** What a profile says of the type of a value, and of what a Reference leads to. */
final class References {

  private final ProfileCheck check;
  private final Subject subject;
  private final Profile profile;
  private final Outcome outcome;

  References(ProfileCheck check, Subject subject, Profile profile, Outcome outcome) {
    this.check = check;
    this.subject = subject;
    this.profile = profile;
    this.outcome = outcome;
  }

  void check(ProfileNode node, Item item) {
    if (node.types.isEmpty() || item.value() == null) {
      return;
    }
    String type = item.type();
    if (type.equals("Resource")) {
      resource(node, item);
    } else if (node.members.size() > 1 && !node.allows(type)) {
      outcome.findings.add(
          ProfileFindings.wrongType(
              profile, node, item.path(), node.types.stream().map(TypeRule::code).toList()));
    } else if (type.equals("Reference")) {
      reference(node, item);
    }
  }

  /** A resource in place: an entry of a Bundle. */
  private void resource(ProfileNode node, Item item) {
    ObjectNode object = (ObjectNode) item.value();
    String type = Nodes.text(object, "resourceType");
    List<TypeRule> fitting =
        node.types.stream()
            .filter(rule -> rule.code().equals(type) || rule.code().equals("Resource"))
            .toList();
    if (fitting.isEmpty()) {
      outcome.findings.add(
          ProfileFindings.wrongType(
              profile, node, item.path(), node.types.stream().map(TypeRule::code).toList()));
      return;
    }
    Subject inner = SliceMatch.entry(check, subject, object, item.path());
    demand(node, item, inner, fitting.stream().flatMap(rule -> rule.profiles().stream()).toList());
  }

  private void reference(ProfileNode node, Item item) {
    List<String> urls =
        node.types.stream()
            .filter(rule -> rule.code().equals("Reference"))
            .flatMap(rule -> rule.targets().stream())
            .toList();
    Optional<Subject> target = check.target(subject, item.value());
    target.ifPresent(found -> demand(node, item, found, urls));
  }

  /** One profile fits by type: its faults are told where they are. Several: one has to hold. */
  private void demand(ProfileNode node, Item item, Subject target, List<String> urls) {
    if (urls.isEmpty() || urls.stream().anyMatch(url -> settled(url, target))) {
      return;
    }
    List<Profile> fitting = new ArrayList<>();
    for (String url : urls) {
      check
          .profiles()
          .find(url)
          .filter(p -> p.type().equals(target.type()))
          .ifPresent(fitting::add);
    }
    if (fitting.size() == 1) {
      outcome.duties.add(new Duty(target, fitting.get(0)));
    } else if (fitting.stream().noneMatch(candidate -> check.conforms(target, candidate))) {
      outcome.findings.add(ProfileFindings.wrongTarget(profile, node, item.path(), urls));
    }
  }

  /** Whether a URL allows the target without a further look: a type of R4, or not known here. */
  private boolean settled(String url, Subject target) {
    String base = Canonical.baseType(url);
    if (check.profiles().find(url).isPresent()) {
      return false;
    }
    return base == null || base.equals("Resource") || base.equals(target.type());
  }
}
