package org.closedloop.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closedloop.conformance.shape.Planter;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.MinimumNecessary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every element R4 knows of every resource a message has, by its model, holds a marker: what is on
 * the list of {@link AllowedElements} arrives, nothing else does.
 */
class CanaryTest {

  private static final Pattern MARK = Pattern.compile(Planter.MARKER + "([^;\"]*);");

  /** Between them they have every resource type of the six use cases. */
  static Stream<Arguments> messages() {
    return Stream.of("arthritis", "early-childhood-nutrition", "tobacco-use-cessation")
        .flatMap(
            useCase ->
                Stream.of(
                    Arguments.of(useCase, Direction.REQUEST),
                    Arguments.of(useCase, Direction.FEEDBACK)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shouldPassOnWhatIsOnTheListAndNothingElse(String useCase, Direction direction) {
    MessageEdit message = message(useCase, direction);
    Supporting.add(message);
    Planter planter = new Planter(message.url("Organization"));
    resources(message).values().forEach(planter::fill);
    planter.fill(message.document());
    planter.fill(message.root());

    String out = filtered(message, named(useCase), direction);

    Set<String> wanted = new TreeSet<>(planter.planted());
    wanted.removeIf(path -> !AllowedElements.has(path));
    Set<String> arrived = marks(out);
    assertThat(marks(message.root().toString())).hasSizeGreaterThan(2000);
    assertThat(List.of(without(arrived, wanted), without(wanted, arrived)))
        .as("what goes out and should not, what is on the list and does not arrive")
        .allMatch(Set::isEmpty);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** The list says of each element of each type whether it goes out. */
  @Test
  void shouldHaveSaidOfEveryElementWhetherItGoesOut() {
    Planter model = new Planter("");
    for (String type : AllowedElements.types()) {
      Set<String> said = new HashSet<>(AllowedElements.of(type));
      assertThat(said).as(type).doesNotContainAnyElementsOf(AllowedElements.withheldOf(type));
      said.addAll(AllowedElements.withheldOf(type));
      assertThat(said).as(type).isEqualTo(model.elements(type));
    }
  }

  @Test
  void shouldHaveAListForEveryTypeOfTheExamples() {
    Set<String> types = new HashSet<>();
    messages()
        .map(Arguments::get)
        .map(a -> message((String) a[0], (Direction) a[1]))
        .peek(Supporting::add)
        .forEach(message -> types.addAll(message.root().findValuesAsText("resourceType")));
    assertThat(AllowedElements.types()).containsExactlyInAnyOrderElementsOf(types);
  }

  private static MessageEdit message(String useCase, Direction direction) {
    return direction == Direction.REQUEST
        ? MessageEdit.request(useCase)
        : MessageEdit.feedback(useCase);
  }

  private static UseCase named(String name) {
    return Judge.USE_CASES.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow();
  }

  private static String filtered(MessageEdit message, UseCase useCase, Direction direction) {
    byte[] bytes = message.bytes();
    return new String(
        direction == Direction.REQUEST
            ? MinimumNecessary.request(bytes, useCase).bytes()
            : MinimumNecessary.feedback(bytes, useCase).bytes(),
        UTF_8);
  }

  /** The first resource of each type, of the message and of the document. */
  private static Map<String, ObjectNode> resources(MessageEdit message) {
    Map<String, ObjectNode> first = new LinkedHashMap<>();
    for (JsonNode bundle : List.of(message.root(), message.document())) {
      for (JsonNode entry : bundle.get("entry")) {
        ObjectNode resource = (ObjectNode) entry.get("resource");
        String type = resource.get("resourceType").asText();
        if (!type.equals("Bundle")) {
          first.putIfAbsent((bundle == message.root() ? "" : "document ") + type, resource);
        }
      }
    }
    return first;
  }

  private static Set<String> marks(String text) {
    Set<String> marks = new TreeSet<>();
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      marks.add(matcher.group(1));
    }
    return marks;
  }
}
