package org.closedloop.adapter.core.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.FeedbackResult;

/**
 * The form of a deed: its boxes, and what becomes of what is typed. The outcome's is made from the
 * use case's feedback list.
 *
 * @param deed what is done
 * @param inputs boxes that every form of this deed has
 * @param results boxes of the use case's list; empty but for an outcome
 */
public record DeedForm(Deed deed, List<Input> inputs, List<ResultField> results) {

  private static final int REASON_AT_MOST = 500;
  private static final int SUMMARY_AT_MOST = 4000;

  private static final Input REASON =
      Input.of("reason", "Reason", "textarea", "The doctor reads it.", true);
  private static final Input WHY =
      Input.of("reason", "Reason", "textarea", "May be left out. The doctor reads it.", false);
  private static final Input NOTE =
      Input.of("reason", "Note", "textarea", "How it goes so far. The doctor reads it.", true);
  private static final Input VISIT =
      Input.of("visit", "Day and time of the visit", "datetime-local", null, true);
  private static final Input SEEN = Input.of("seen-on", "Results are of", "date", null, true);
  private static final Input SUMMARY =
      Input.of("summary", "Summary", "textarea", "In a few sentences: what came of it.", true);

  private static final DateTimeFormatter VISIT_TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  /** The form for a referral of this use case. */
  public static DeedForm of(Deed deed, UseCase useCase) {
    return switch (deed) {
      case ACCEPT, NO_SHOW, CONFIRM_CANCELLATION, CANCEL_VISIT -> simple(deed, List.of(WHY));
      case DECLINE -> simple(deed, List.of(REASON));
      case NOTE -> simple(deed, List.of(NOTE));
      case SCHEDULE -> simple(deed, List.of(VISIT, WHY));
      case OUTCOME -> new DeedForm(deed, List.of(SEEN, SUMMARY), fields(useCase));
    };
  }

  private static DeedForm simple(Deed deed, List<Input> inputs) {
    return new DeedForm(deed, inputs, List.of());
  }

  private static List<ResultField> fields(UseCase useCase) {
    return useCase.feedback().items().stream()
        .flatMap(item -> ResultField.of(item, useCase).stream())
        .toList();
  }

  /** All boxes in order. */
  public List<Input> all() {
    List<Input> all = new ArrayList<>(inputs);
    results.forEach(field -> all.addAll(field.inputs()));
    return all;
  }

  /** What Task.statusReason is to say; null for nothing. Notes in {@code typed} what is wrong. */
  public String reason(Typed typed) {
    List<String> parts = new ArrayList<>();
    for (Input input : inputs) {
      if (input == VISIT) {
        visit(typed).ifPresent(parts::add);
      } else if (input.name().equals("reason")) {
        String text =
            input.required()
                ? typed.needed(input, REASON_AT_MOST)
                : typed.limited(input, REASON_AT_MOST);
        parts.add(text);
      }
    }
    String reason = String.join(" ", parts).strip();
    return reason.isEmpty() ? null : reason;
  }

  private static Optional<String> visit(Typed typed) {
    String text = typed.needed(VISIT, REASON_AT_MOST);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of("Visit on " + VISIT_TIME.format(LocalDateTime.parse(text)) + ".");
    } catch (DateTimeParseException e) {
      typed.wrong(VISIT.name(), "Write a day and time such as 2026-12-03T14:00.");
      return Optional.empty();
    }
  }

  /** The outcome's summary. Notes in {@code typed} what is wrong. */
  public String summary(Typed typed) {
    return typed.needed(SUMMARY, SUMMARY_AT_MOST);
  }

  /**
   * The day the outcome's results are of. Notes in {@code typed} what is wrong.
   *
   * @param today the latest day possible
   */
  public LocalDate seenOn(Typed typed, LocalDate today) {
    typed.needed(SEEN, REASON_AT_MOST);
    LocalDate day = typed.day(SEEN).orElse(today);
    if (day.isAfter(today)) {
      typed.wrong(SEEN.name(), "This day has not come yet.");
    }
    return day;
  }

  /** The outcome's results. Notes in {@code typed} what is wrong. */
  public List<FeedbackResult> results(Typed typed) {
    return results.stream().flatMap(field -> field.read(typed).stream()).toList();
  }
}
