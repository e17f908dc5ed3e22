package org.closedloop.conformance.rule;

/**
 * How often the guide's profiles want an element, as data: narrower than R4, and therefore not in
 * the shape.
 *
 * @param type resource type, wherever in the message it stands
 * @param parent dotted path of the object the element stands in, empty for the resource
 * @param element JSON name
 * @param min least number
 * @param max greatest number
 */
record Cardinality(String type, String parent, String element, int min, int max) implements Rule {

  static final int MANY = Integer.MAX_VALUE;

  @Override
  public String id() {
    return "profile-" + name();
  }

  private String name() {
    return type + "." + (parent.isEmpty() ? "" : parent + ".") + element;
  }

  @Override
  public void check(Message message, Report report) {
    message
        .all(type)
        .flatMap(entry -> Located.of(entry).descendants(parent).stream())
        .forEach(place -> check(place, report));
  }

  private void check(Located place, Report report) {
    int count = place.count(element);
    String path = place.path() + "." + element;
    if (count < min) {
      report.missing(path, name() + " is missing; the guide demands it.");
    } else if (count > max) {
      report.error(
          path, "The guide allows only " + max + " of " + name() + "; leave out the others.");
    }
  }
}
