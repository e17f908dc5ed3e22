package org.closedloop.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** For every rule a message that breaks this rule and no other. */
abstract class RuleCases {

  static final String NEW_ID = "3a1f6a52-53f1-4a3e-8d0b-8a0a4b9a7c11";
  static final String NEW_URL = "urn:uuid:" + NEW_ID;
  private static final String ARTHRITIS = "arthritis";

  /**
   * @param ruleId the rule
   * @param direction who sends it
   * @param expression end of the FHIRPath the finding names
   * @param message the broken message
   */
  record Case(String ruleId, Direction direction, String expression, MessageEdit message) {

    @Override
    public String toString() {
      return ruleId + " at " + expression;
    }
  }

  private final List<Case> cases = new ArrayList<>();

  /** For every rule of the list. */
  static List<Case> all() {
    return collect(List.of(new EnvelopeCases(), new WorkflowCases(), new ContentCases()));
  }

  /** For what the profiles say. */
  static List<Case> ofProfiles() {
    return collect(List.of(new ProfileCases()));
  }

  private static List<Case> collect(List<RuleCases> parts) {
    List<Case> all = new ArrayList<>();
    for (RuleCases part : parts) {
      part.collect();
      all.addAll(part.cases);
    }
    return all;
  }

  abstract void collect();

  final void request(String ruleId, String expression, Consumer<MessageEdit> fault) {
    add(ruleId, Direction.REQUEST, expression, MessageEdit.request(ARTHRITIS), fault);
  }

  final void feedback(String ruleId, String expression, Consumer<MessageEdit> fault) {
    add(ruleId, Direction.FEEDBACK, expression, MessageEdit.feedback(ARTHRITIS), fault);
  }

  private void add(
      String ruleId,
      Direction direction,
      String expression,
      MessageEdit message,
      Consumer<MessageEdit> fault) {
    fault.accept(message);
    cases.add(new Case(ruleId, direction, expression, message));
  }

  final void logical(String type, String element) {
    request(
        "reference-" + type + "." + element,
        element,
        m -> m.resource(type).set(element, MessageEdit.json("{\"display\":\"somebody\"}")));
  }

  final void wrongTarget(String type, String element, String target) {
    request(
        "reference-" + type + "." + element,
        element + ".reference",
        m -> m.resource(type).set(element, MessageEdit.reference(m.url(target))));
  }
}
