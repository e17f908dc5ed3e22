package org.closedloop.adapter.core.portal;

import java.util.List;
import java.util.Map;
import org.closedloop.adapter.core.TaskRecord;

/**
 * The form of a deed, ready to be shown.
 *
 * @param id referral id
 * @param number the hospital's number of it
 * @param word of the deed's address
 * @param title what is done
 * @param tone of the button
 * @param seen number of the last move the person has seen
 * @param standing how the referral stands
 * @param inputs boxes every form of the deed has
 * @param results boxes of the use case's list
 * @param possible whether it can still be done
 * @param notice what the person should know first, or null
 * @param drafted whether a draft is kept of it
 */
public record DeedView(
    String id,
    String number,
    String word,
    String title,
    String tone,
    long seen,
    Standing standing,
    List<Box> inputs,
    List<Box> results,
    boolean possible,
    String notice,
    boolean drafted) {

  /**
   * A box with what was typed into it.
   *
   * @param input the box
   * @param value what was typed
   * @param mistake what is wrong with it, or null
   */
  public record Box(Input input, String value, String mistake) {

    /** Whether something is wrong. */
    public boolean wrong() {
      return mistake != null;
    }

    /** What describes the box to those who cannot see it; empty for nothing. */
    public String described() {
      String hint = input.hint() == null ? "" : input.name() + "-hint";
      return (mistake == null ? hint : input.name() + "-mistake " + hint).strip();
    }
  }

  /** A form as it stands. */
  public static DeedView of(TaskRecord task, DeedForm form, Typed typed, String notice) {
    Deed deed = form.deed();
    return new DeedView(
        task.referralId(),
        task.service().value(),
        deed.word(),
        deed.label(task.state()),
        deed.tone().isEmpty() ? "primary" : deed.tone(),
        task.moved(),
        Standing.of(task),
        boxes(form.inputs(), typed),
        boxes(form.results().stream().flatMap(field -> field.inputs().stream()).toList(), typed),
        deed.possibleAt(task.state()),
        notice,
        deed == Deed.OUTCOME);
  }

  /** How many boxes have something wrong. */
  public long mistakes() {
    return inputs.stream().filter(Box::wrong).count() + results.stream().filter(Box::wrong).count();
  }

  /** All boxes. */
  public List<Box> boxes() {
    return java.util.stream.Stream.concat(inputs.stream(), results.stream()).toList();
  }

  private static List<Box> boxes(List<Input> inputs, Typed typed) {
    Map<String, String> mistakes = typed.mistakes();
    return inputs.stream()
        .map(input -> new Box(input, typed.text(input.name()), mistakes.get(input.name())))
        .toList();
  }
}
