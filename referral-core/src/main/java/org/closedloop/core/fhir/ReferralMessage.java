package org.closedloop.core.fhir;

/**
 * A BSeR message, opaque to all but {@code core.fhir} and {@code fhir-conformance}: facts and
 * bytes.
 */
public final class ReferralMessage {

  private final FhirTree tree;
  private final MessageView view;
  private MessageFacts judged;
  private MessageFacts facts;

  private ReferralMessage(FhirTree tree, MessageView view) {
    this.tree = tree;
    this.view = view;
  }

  /** A message whose tree was read already; facts of a message that passed no gate may be null. */
  public static ReferralMessage of(FhirTree tree, MessageView view) {
    return new ReferralMessage(tree, view);
  }

  /**
   * A message that passed the gate before, for instance from the record.
   *
   * @throws IllegalArgumentException when the bytes are not even readable; then they never passed
   */
  public static ReferralMessage ofStored(byte[] bytes) {
    return switch (FhirReader.read(bytes)) {
      case Reading.Readable(FhirTree tree) -> of(tree, new MessageView(tree.root()));
      case Reading.Unreadable unreadable ->
          throw new IllegalArgumentException("not a stored message: " + unreadable.refusal());
    };
  }

  /** What it says; read when first asked for, since a filter does not need it. */
  public MessageFacts facts() {
    MessageFacts known = facts;
    if (known == null) {
      known = factsToJudge().withFingerprint(Fingerprint.of(tree.root()));
      facts = known;
    }
    return known;
  }

  /**
   * The facts without the fingerprint, a hash over the whole message that no rule looks at: one
   * that is refused, or judged a second time, never needs it.
   */
  public MessageFacts factsToJudge() {
    MessageFacts known = judged;
    if (known == null) {
      known = new FactsReader(view).read();
      judged = known;
    }
    return known;
  }

  /** The message as it came. */
  public byte[] bytes() {
    return tree.bytes();
  }

  FhirTree tree() {
    return tree;
  }

  /** How the message is represented: for {@code core.fhir} and {@code fhir-conformance} only. */
  public MessageView view() {
    return view;
  }
}
