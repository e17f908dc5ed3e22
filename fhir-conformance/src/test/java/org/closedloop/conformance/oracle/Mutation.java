package org.closedloop.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One random change of a message: something dropped, doubled, retyped, recoded or re-referred. */
final class Mutation {

  private static final List<String> WORDS =
      List.of("2020", "other", "2021-02-30", "Patient/nobody", "urn:x:y", "final", "completed", "");

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** A member of an object, and the way to it. */
  private record Place(ObjectNode holder, String name, String path) {

    JsonNode value() {
      return holder.get(name);
    }

    void set(JsonNode value) {
      holder.set(name, value);
    }
  }

  /** Changes the message in place and says what was done. */
  String apply(ObjectNode message) {
    List<Place> places = new ArrayList<>();
    collect(message, message.path("resourceType").asText(), places);
    Place place = places.get(random.nextInt(places.size()));
    return change(place, places, message) + " " + place.path();
  }

  private String change(Place place, List<Place> places, ObjectNode message) {
    return switch (random.nextInt(5)) {
      case 0 -> doubled(place);
      case 1 -> retyped(place);
      case 2 -> recoded(place, places);
      case 3 -> pointedElsewhere(place, message);
      default -> dropped(place);
    };
  }

  private static String dropped(Place place) {
    place.holder().remove(place.name());
    return "drop";
  }

  private String doubled(Place place) {
    if (place.value() instanceof ArrayNode array && !array.isEmpty()) {
      array.add(array.get(random.nextInt(array.size())).deepCopy());
      return "double";
    }
    return dropped(place);
  }

  /** The same value as something else: bare, in a list, a number, a flag, an object. */
  private String retyped(Place place) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonNode value = place.value();
    switch (random.nextInt(4)) {
      case 0 -> place.set(value.isArray() ? value.path(0) : nodes.arrayNode().add(value));
      case 1 -> place.set(IntNode.valueOf(random.nextInt(100)));
      case 2 -> place.set(BooleanNode.TRUE);
      default -> place.set(nodes.objectNode().put("text", "other"));
    }
    return "retype";
  }

  /** Another word, of a few or of somewhere else in the message. */
  private String recoded(Place place, List<Place> places) {
    if (!place.value().isTextual()) {
      return dropped(place);
    }
    List<Place> texts = places.stream().filter(other -> other.value().isTextual()).toList();
    String word =
        random.nextBoolean()
            ? WORDS.get(random.nextInt(WORDS.size()))
            : texts.get(random.nextInt(texts.size())).value().textValue();
    place.set(TextNode.valueOf(word));
    return "recode as '" + word + "'";
  }

  private String pointedElsewhere(Place place, ObjectNode message) {
    if (!place.name().equals("reference")) {
      return dropped(place);
    }
    JsonNode entries = message.get("entry");
    JsonNode entry = entries.get(random.nextInt(entries.size()));
    place.set(TextNode.valueOf(entry.path("fullUrl").asText("Patient/nobody")));
    return "point elsewhere";
  }

  private static void collect(JsonNode node, String path, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String name = member.getKey();
        if (!name.equals("resourceType")) {
          places.add(new Place(object, name, path + "." + name));
        }
        collect(member.getValue(), path + "." + name, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), path + "[" + i + "]", places);
      }
    }
  }
}
