package org.closedloop.gateway.playing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.kit.testing.TestData;

/** The example messages of lakeside-hospital, and what can be wrong with them. */
public final class Messages {

  /** The hospital that sends. */
  public static final String SENDER = "lakeside-hospital";

  private static final Directory DIRECTORY = TestData.directory();
  private static final ExampleMessages EXAMPLES = TestData.examples();
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "arthritis", "riverbend-wellness",
          "obesity", "riverbend-wellness",
          "diabetes-prevention", "steady-steps",
          "hypertension", "steady-steps",
          "early-childhood-nutrition", "first-latch",
          "tobacco-use-cessation", "clear-air-quitline");

  private Messages() {}

  /** A referral to the program that serves the use case. */
  public static byte[] request(String useCase, String salt) {
    return EXAMPLES.request(loop(useCase, salt, PROGRAMS.get(useCase)));
  }

  /** A referral to a program that may not serve the use case. */
  public static byte[] requestTo(String program, String useCase, String salt) {
    return EXAMPLES.request(loop(useCase, salt, program));
  }

  /** A request to cancel what {@link #request} opened. */
  public static byte[] cancellation(String useCase, String salt) {
    return EXAMPLES.cancellationRequest(
        loop(useCase, salt, PROGRAMS.get(useCase)), "cancel", "moved away");
  }

  /** The same message with something changed in the resources of a type. */
  public static byte[] with(byte[] message, String type, Consumer<ObjectNode> change) {
    JsonNode bundle = Hospital.parse(message);
    bundle.findParents("resourceType").stream()
        .filter(node -> node.get("resourceType").asText().equals(type))
        .forEach(node -> change.accept((ObjectNode) node));
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same message with a text replaced. */
  public static byte[] replacing(byte[] message, String text, String by) {
    return new String(message, StandardCharsets.UTF_8)
        .replace(text, by)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What the hub reads of a message. */
  public static MessageFacts facts(byte[] message) {
    return ReferralMessage.ofStored(message).facts();
  }

  /** The referral a message of the sender is about. */
  public static String referralId(byte[] message) {
    MessageFacts facts = facts(message);
    return ReferralId.of(SENDER, facts.servicePlacer(), facts.taskPlacer());
  }

  private static Loop loop(String useCase, String salt, String program) {
    return new Loop(
        useCase, salt, DIRECTORY.find(SENDER).orElseThrow(), DIRECTORY.find(program).orElseThrow());
  }
}
