package org.closedloop.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.closedloop.conformance.shape.Additions;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;

/**
 * For random valid messages: any use case, any direction, any number of ways to send too much, any
 * elements and resources that R4 allows. jqwik prints the seed of a message that fails.
 */
class FilterPropertyTest {

  private static final List<String> MORE =
      List.of(
          "Observation",
          "Condition",
          "Procedure",
          "DocumentReference",
          "Provenance",
          "Encounter",
          "CareTeam",
          "Goal",
          "Practitioner",
          "Location",
          "RelatedPerson",
          "DiagnosticReport");

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void shouldLeaveAValidSubsetAndNothingMoreTheSecondTime(@ForAll long seed) {
    Random random = new Random(seed);
    Direction direction = Direction.values()[random.nextInt(2)];
    String name = Judge.USE_CASES.get(random.nextInt(Judge.USE_CASES.size())).name();
    MessageEdit message =
        direction == Direction.REQUEST ? MessageEdit.request(name) : MessageEdit.feedback(name);
    stuff(message, random);
    addElements(message, random);
    Assume.that(Judge.GATE.check(message.bytes(), direction) instanceof GateResult.Passed);

    Filtered filtered = filter(message.bytes(), useCase(message.bytes(), direction), direction);

    assertThat(new String(filtered.bytes(), UTF_8)).doesNotContain(Stuffing.MARKER);
    assertThat(newIn(filtered, message)).as("what did not stand in the source").isEmpty();
    GateResult again = Judge.GATE.check(filtered.bytes(), direction);
    assertThat(Judge.findings(again)).as("the gate's view of the result").isEmpty();
    Filtered twice = filter(filtered.bytes(), ((GateResult.Passed) again).useCase(), direction);
    assertThat(twice.bytes()).isEqualTo(filtered.bytes());
    assertThat(twice.withheld()).isEmpty();
  }

  private static Set<String> newIn(Filtered filtered, MessageEdit message) {
    Set<String> more = Leaves.of(MessageEdit.json(new String(filtered.bytes(), UTF_8)));
    more.removeAll(Leaves.of(message.root()));
    more.removeIf(
        leaf ->
            leaf.contains(MinimumNecessaryTest.HUB_TEXT)
                || leaf.endsWith(".text.status=generated"));
    return more;
  }

  private static void stuff(MessageEdit message, Random random) {
    List<Map.Entry<String, Consumer<MessageEdit>>> ways =
        new ArrayList<>(Stuffing.all().entrySet());
    ways.removeIf(way -> random.nextInt(3) == 0);
    ways.forEach(way -> way.getValue().accept(message));
  }

  private static void addElements(MessageEdit message, Random random) {
    for (ObjectNode bundle : List.of(message.root(), message.document())) {
      Additions additions = new Additions(random, urls(bundle));
      for (JsonNode entry : bundle.get("entry")) {
        ObjectNode resource = (ObjectNode) entry.get("resource");
        if (!resource.get("resourceType").asText().equals("Bundle") && random.nextInt(3) == 0) {
          additions.addTo(resource, 1 + random.nextInt(3));
        }
      }
      addResources((ArrayNode) bundle.get("entry"), additions, random);
    }
  }

  private static void addResources(ArrayNode entries, Additions additions, Random random) {
    for (int i = random.nextInt(4); i > 0; i--) {
      ObjectNode resource = additions.resource(MORE.get(random.nextInt(MORE.size())));
      if (resource != null) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        entries.addObject().put("fullUrl", "urn:uuid:" + id).set("resource", resource);
      }
    }
  }

  private static Map<String, List<String>> urls(ObjectNode bundle) {
    Map<String, List<String>> urls = new TreeMap<>();
    for (JsonNode entry : bundle.get("entry")) {
      urls.computeIfAbsent(entry.at("/resource/resourceType").asText(), type -> new ArrayList<>())
          .add(entry.get("fullUrl").asText());
    }
    return urls;
  }

  private static UseCase useCase(byte[] message, Direction direction) {
    return ((GateResult.Passed) Judge.GATE.check(message, direction)).useCase();
  }

  private static Filtered filter(byte[] message, UseCase useCase, Direction direction) {
    return direction == Direction.REQUEST
        ? MinimumNecessary.request(message, useCase)
        : MinimumNecessary.feedback(message, useCase);
  }
}
