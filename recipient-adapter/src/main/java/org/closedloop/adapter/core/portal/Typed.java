package org.closedloop.adapter.core.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a person typed into a form, and what is wrong with it by box. */
public final class Typed {

  private final Map<String, String> values;
  private final Map<String, String> mistakes = new LinkedHashMap<>();

  /**
   * @param values by name of the box
   */
  public Typed(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The text of a box without blanks around it; empty when nothing was typed. */
  public String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** What is wrong, by name of the box; empty when the form is right. */
  public Map<String, String> mistakes() {
    return mistakes;
  }

  void wrong(String name, String words) {
    mistakes.putIfAbsent(name, words);
  }

  /** A text that must be there and not longer than allowed. */
  String needed(Input input, int atMost) {
    String text = text(input.name());
    if (text.isEmpty()) {
      wrong(input.name(), "Fill this in.");
    }
    return limited(input, atMost);
  }

  String limited(Input input, int atMost) {
    String text = text(input.name());
    if (text.length() > atMost) {
      wrong(input.name(), "This has more than " + atMost + " characters. Shorten it.");
    }
    return text;
  }

  /** A number within its range; empty when nothing or something else was typed. */
  Optional<BigDecimal> number(Input input) {
    String text = text(input.name());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,5}([.,][0-9]{1,2})?")) {
      wrong(input.name(), "Write a number such as 72 or 72.5.");
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text.replace(',', '.'));
    boolean within =
        number.compareTo(new BigDecimal(input.min())) >= 0
            && number.compareTo(new BigDecimal(input.max())) <= 0;
    if (!within) {
      wrong(input.name(), "This must be from " + input.min() + " to " + input.max() + ".");
    }
    return Optional.of(number);
  }

  /** A day; empty when nothing or something else was typed. */
  Optional<LocalDate> day(Input input) {
    String text = text(input.name());
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      wrong(input.name(), "Write a date such as 2026-12-03.");
      return Optional.empty();
    }
  }
}
