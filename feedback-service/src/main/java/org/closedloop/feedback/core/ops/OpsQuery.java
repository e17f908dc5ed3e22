package org.closedloop.feedback.core.ops;

/**
 * What operators look at.
 *
 * @param window how far back
 * @param useCase only this one; empty for all
 * @param initiator only this party's; empty for all
 * @param program only this party's; empty for all
 */
public record OpsQuery(Window window, String useCase, String initiator, String program) {

  private static final String ID = "[a-z0-9-]{1,64}";

  /** Anything that is no id means all. */
  public OpsQuery {
    useCase = id(useCase);
    initiator = id(initiator);
    program = id(program);
  }

  private static String id(String text) {
    return text != null && text.matches(ID) ? text : "";
  }

  /** The address of the same with another window. */
  public String address(String path, Window other) {
    return path
        + "?window="
        + other.word()
        + part("useCase", useCase)
        + part("initiator", initiator)
        + part("program", program);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + value;
  }
}
