package org.closedloop.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One random change of a message: something dropped, doubled, recoded or pointed elsewhere. */
final class Mutation {

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** A member of an object, and the way to it. */
  private record Place(ObjectNode holder, String name, String path) {

    JsonNode value() {
      return holder.get(name);
    }
  }

  /** Changes the message in place and says what was done. */
  String apply(ObjectNode message) {
    List<Place> places = new ArrayList<>();
    collect(message, message.path("resourceType").asText(), places);
    Place place = places.get(random.nextInt(places.size()));
    return change(place, message) + " " + place.path();
  }

  private String change(Place place, ObjectNode message) {
    JsonNode value = place.value();
    if (value instanceof ArrayNode array && random.nextBoolean()) {
      array.add(array.get(random.nextInt(array.size())).deepCopy());
      return "double";
    }
    if (place.name().equals("reference") && random.nextBoolean()) {
      JsonNode entries = message.get("entry");
      place.holder().set("reference", entries.get(random.nextInt(entries.size())).get("fullUrl"));
      return "point elsewhere";
    }
    if (value.isTextual() && random.nextBoolean()) {
      place.holder().set(place.name(), TextNode.valueOf(random.nextBoolean() ? "2020" : "other"));
      return "recode";
    }
    place.holder().remove(place.name());
    return "drop";
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
