package org.closedloop.core.fhir.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.closedloop.core.directory.Party;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;

/**
 * The synthetic messages of {@code use-cases/<name>/examples} under fresh identities, for the demo,
 * the tests and the benchmark. One salt is one referral: the same salt gives the same ids in the
 * request, in every update and in the feedback.
 */
public final class ExampleMessages {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBERS = Pattern.compile("\"(EX-[A-Z]+-[A-Z]+-[0-9]+)\"");

  private final Path useCases;
  private final Party exampleInitiator;
  private final Party exampleProgram;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /**
   * Reads examples when first asked for.
   *
   * @param useCases folder of the use cases
   * @param exampleInitiator the initiator the example files are written for
   * @param exampleProgram the program the example files are written for
   */
  public ExampleMessages(Path useCases, Party exampleInitiator, Party exampleProgram) {
    this.useCases = useCases;
    this.exampleInitiator = exampleInitiator;
    this.exampleProgram = exampleProgram;
  }

  /** A referral: requested/2.0 with its document, consent and coverage. */
  public byte[] request(Loop loop) {
    return fresh(loop, "request").getBytes(StandardCharsets.UTF_8);
  }

  /** The outcome: completed/7.0 with the feedback document. */
  public byte[] outcome(Loop loop) {
    return fresh(loop, "feedback").getBytes(StandardCharsets.UTF_8);
  }

  /** The same as a message of its own. */
  public byte[] outcome(Loop loop, String nonce) {
    ObjectNode bundle = tree(fresh(loop, "feedback"));
    renameMessage(bundle, nonce);
    return bytes(bundle);
  }

  /** A status report of the program without a document. */
  public byte[] update(Loop loop, ReferralState state, String nonce) {
    return report(tree(fresh(loop, "feedback")), state, nonce, null, false);
  }

  /** A status report of the program with a reason. */
  public byte[] update(Loop loop, ReferralState state, String nonce, String reason) {
    return report(tree(fresh(loop, "feedback")), state, nonce, reason, false);
  }

  /** An interim note of the program, with its document. */
  public byte[] interimNote(Loop loop, ReferralState state, String nonce) {
    return report(tree(fresh(loop, "feedback")), state, nonce, null, true);
  }

  /** The initiator's request to cancel: in-progress/5.2. */
  public byte[] cancellationRequest(Loop loop, String nonce, String reason) {
    ReferralState state =
        new ReferralState(TaskStatus.IN_PROGRESS, BusinessStatus.CANCELLATION_REQUESTED);
    return report(tree(fresh(loop, "request")), state, nonce, reason, false);
  }

  private byte[] report(
      ObjectNode bundle, ReferralState state, String nonce, String reason, boolean withDocument) {
    renameMessage(bundle, nonce);
    ObjectNode task = resource(bundle, "Task");
    task.put("status", state.status().code());
    task.set("businessStatus", businessStatus(state.businessStatus()));
    if (reason != null) {
      task.putObject("statusReason").put("text", reason);
    }
    ObjectNode service = resource(bundle, "ServiceRequest");
    service.put("status", "active");
    if (!withDocument) {
      task.remove("output");
      service.remove("supportingInfo");
      service.remove("insurance");
      dropEntries(bundle);
    }
    return bytes(bundle);
  }

  private static void renameMessage(ObjectNode bundle, String nonce) {
    String salt = bundle.path("id").asText() + "|" + nonce;
    String id = derived("example|message|" + salt);
    bundle.put("id", derived("example|bundle|" + salt));
    ((ObjectNode) bundle.get("identifier"))
        .put("value", "urn:uuid:" + derived("example|identifier|" + salt));
    ObjectNode first = (ObjectNode) bundle.get("entry").get(0);
    first.put("fullUrl", "urn:uuid:" + id);
    ((ObjectNode) first.get("resource")).put("id", id);
  }

  private static String derived(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void dropEntries(ObjectNode bundle) {
    Iterator<JsonNode> entries = ((ArrayNode) bundle.get("entry")).elements();
    while (entries.hasNext()) {
      String type = entries.next().path("resource").path("resourceType").asText();
      if (type.equals("Bundle") || type.equals("Consent") || type.equals("Coverage")) {
        entries.remove();
      }
    }
  }

  private static ObjectNode businessStatus(BusinessStatus status) {
    ObjectNode concept = JSON.createObjectNode();
    concept
        .putArray("coding")
        .addObject()
        .put("system", BusinessStatus.SYSTEM)
        .put("code", status.code())
        .put("display", status.display());
    return concept;
  }

  private static ObjectNode resource(ObjectNode bundle, String type) {
    for (JsonNode entry : bundle.get("entry")) {
      if (type.equals(entry.path("resource").path("resourceType").asText())) {
        return (ObjectNode) entry.get("resource");
      }
    }
    throw new IllegalStateException("the example has no " + type);
  }

  private String fresh(Loop loop, String kind) {
    String text = texts.computeIfAbsent(loop.useCase() + "/" + kind, this::read);
    text = UUIDS.matcher(text).replaceAll(m -> derived("example|" + loop.salt() + "|" + m.group()));
    text = NUMBERS.matcher(text).replaceAll("\"$1-" + loop.salt() + "\"");
    return text.replace(exampleInitiator.npi(), loop.initiator().npi())
        .replace(exampleProgram.npi(), loop.program().npi())
        .replace(quoted(exampleInitiator.name()), quoted(loop.initiator().name()))
        .replace(quoted(exampleProgram.name()), quoted(loop.program().name()));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private String read(String useCaseAndKind) {
    String[] parts = useCaseAndKind.split("/");
    Path file = useCases.resolve(parts[0]).resolve("examples").resolve(parts[1] + ".json");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("no example message at " + file, e);
    }
  }

  private static ObjectNode tree(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("an example message is not JSON", e);
    }
  }

  private static byte[] bytes(ObjectNode bundle) {
    try {
      return JSON.writeValueAsBytes(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One referral to play.
   *
   * @param useCase name of the use case
   * @param salt makes the identities fresh; letters, digits and hyphens
   * @param initiator who refers
   * @param program who receives
   */
  public record Loop(String useCase, String salt, Party initiator, Party program) {}
}
