package org.closedloop.adapter.core.portal;

/**
 * One box of a form.
 *
 * @param name under which it is sent
 * @param label what it is called
 * @param type of HTML: {@code number}, {@code date}, {@code datetime-local}, {@code text}, {@code
 *     textarea} or {@code checkbox}
 * @param unit behind the box, or null
 * @param hint below the label, or null
 * @param min lowest number, or null
 * @param max highest number, or null
 * @param required whether it must be filled in
 */
public record Input(
    String name,
    String label,
    String type,
    String unit,
    String hint,
    String min,
    String max,
    boolean required) {

  private static final String NUMBER = "number";

  static Input number(String name, String label, String unit, int min, int max) {
    return new Input(
        name,
        label,
        NUMBER,
        unit,
        "From " + min + " to " + max + " " + unit,
        "" + min,
        "" + max,
        false);
  }

  static Input of(String name, String label, String type, String hint, boolean required) {
    return new Input(name, label, type, null, hint, null, null, required);
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return NUMBER.equals(type);
  }

  /** Whether it has several lines. */
  public boolean isLong() {
    return "textarea".equals(type);
  }

  /** Whether it is ticked. */
  public boolean isTick() {
    return "checkbox".equals(type);
  }
}
