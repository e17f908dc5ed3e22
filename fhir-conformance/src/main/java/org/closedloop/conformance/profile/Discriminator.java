package org.closedloop.conformance.profile;

import java.util.List;

/**
 * How slices of one element are told apart.
 *
 * @param kind what is looked at
 * @param path where, in element names; empty for the item itself
 * @param resolves whether it is the target of a Reference that is looked at
 */
record Discriminator(Kind kind, List<String> path, boolean resolves) {

  enum Kind {
    /** Fixed value, pattern or required binding. */
    VALUE,
    TYPE,
    PROFILE,
    EXISTS
  }

  /** What every slicing of extensions means, said or not. */
  static final Discriminator URL = new Discriminator(Kind.VALUE, List.of("url"), false);

  static Discriminator of(String type, String path) {
    Kind kind =
        switch (type) {
          case "value", "pattern" -> Kind.VALUE;
          case "type" -> Kind.TYPE;
          case "profile" -> Kind.PROFILE;
          case "exists" -> Kind.EXISTS;
          default -> throw new BrokenDefinitionException("unknown discriminator type " + type);
        };
    String rest = path;
    boolean resolves = rest.endsWith("resolve()");
    if (resolves) {
      rest = rest.substring(0, rest.length() - "resolve()".length());
    }
    if (rest.contains("(") || (resolves && kind != Kind.PROFILE && kind != Kind.TYPE)) {
      throw new BrokenDefinitionException("discriminator path " + path + " is not supported");
    }
    List<String> steps =
        List.of(rest.split("\\.")).stream()
            .filter(step -> !step.isEmpty() && !step.equals("$this"))
            .toList();
    return new Discriminator(kind, steps, resolves);
  }
}
