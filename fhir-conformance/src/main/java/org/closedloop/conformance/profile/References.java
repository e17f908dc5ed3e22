package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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
    List<String> urls = targets(node);
    if (!urls.isEmpty()) {
      check.target(subject, item.value()).ifPresent(found -> demand(node, item, found, urls));
    }
  }

  private static List<String> targets(ProfileNode node) {
    if (node.types.size() == 1 && node.types.get(0).code().equals("Reference")) {
      return node.types.get(0).targets();
    }
    List<String> urls = new ArrayList<>();
    for (TypeRule rule : node.types) {
      if (rule.code().equals("Reference")) {
        urls.addAll(rule.targets());
      }
    }
    return urls;
  }

  /** One profile fits by type: its faults are told where they are. Several: one has to hold. */
  private void demand(ProfileNode node, Item item, Subject target, List<String> urls) {
    if (urls.isEmpty()) {
      return;
    }
    List<Profile> fitting = new ArrayList<>(urls.size());
    for (int i = 0; i < urls.size(); i++) {
      Profile profile = check.profiles().findOrNull(urls.get(i));
      if (profile == null && settled(urls.get(i), target)) {
        return;
      }
      if (profile != null && profile.type().equals(target.type())) {
        fitting.add(profile);
      }
    }
    if (fitting.size() == 1) {
      outcome.duties.add(new Duty(target, fitting.get(0)));
    } else if (fitting.stream().noneMatch(candidate -> check.conforms(target, candidate))) {
      outcome.findings.add(ProfileFindings.wrongTarget(profile, node, item.path(), urls));
    }
  }

  /** Whether a URL that is no profile known here allows the target: a type of R4, or unknown. */
  private static boolean settled(String url, Subject target) {
    String base = Canonical.baseType(url);
    return base == null || base.equals("Resource") || base.equals(target.type());
  }
}
