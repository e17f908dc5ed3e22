package org.closedloop.adapter.core.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.pages.view.Choice;
import org.closedloop.pages.view.Times;

/**
 * A program's worklist, ready to be shown.
 *
 * @param search what is searched for, empty for nothing
 * @param choices the filters
 * @param rows the referrals of this page
 * @param summary which of how many are shown
 * @param refresh address of the rows alone
 * @param before address of the page before, or null
 * @param after address of the next page, or null
 */
public record Worklist(
    String search,
    List<Choice> choices,
    List<Row> rows,
    String summary,
    String refresh,
    String before,
    String after) {

  /**
   * What is asked for.
   *
   * @param show a filter
   * @param search id or number; with it the filter does not count
   * @param page from 0
   */
  public record Query(Show show, String search, int page) {

    /** Whether something is searched for. */
    public boolean searching() {
      return !search.isBlank();
    }
  }

  /**
   * A referral in the list.
   *
   * @param id referral id
   * @param number the hospital's number of it
   * @param name of the patient, or null where the program has not got the package yet
   * @param subject use case
   * @param hospital who refers
   * @param standing how it stands
   * @param late whether it is overdue
   * @param age since when it is open
   * @param since the moment it came
   */
  public record Row(
      String id,
      String number,
      String name,
      String subject,
      String hospital,
      Standing standing,
      boolean late,
      String age,
      String since) {}

  /**
   * Puts what was found into words.
   *
   * @param useCases names of use cases
   * @param parties names of parties
   */
  public static Worklist of(
      WorklistPage page,
      Query query,
      UnaryOperator<String> useCases,
      UnaryOperator<String> parties,
      Instant now) {
    List<Row> rows =
        page.tasks().stream().map(task -> row(task, page, useCases, parties, now)).toList();
    long all = query.searching() ? rows.size() : page.counts().getOrDefault(query.show(), 0L);
    boolean more = !query.searching() && (query.page() + 1L) * WorklistPage.SIZE < all;
    return new Worklist(
        query.search(),
        choices(page, query),
        rows,
        summary(query, rows.size(), all),
        address("/portal/rows", query, query.page()),
        query.page() == 0 ? null : address("/portal", query, query.page() - 1),
        more ? address("/portal", query, query.page() + 1) : null);
  }

  private static Row row(
      TaskRecord task,
      WorklistPage page,
      UnaryOperator<String> useCases,
      UnaryOperator<String> parties,
      Instant now) {
    boolean over = task.state().terminal();
    return new Row(
        task.referralId(),
        task.service().value(),
        page.names().get(task.referralId()),
        useCases.apply(task.useCase()),
        parties.apply(task.initiator()),
        Standing.of(task),
        page.late().contains(task.referralId()),
        Times.span(task.authoredOn(), over ? task.lastModified() : now),
        Times.moment(task.authoredOn()));
  }

  private static List<Choice> choices(WorklistPage page, Query query) {
    return Stream.of(Show.values()).map(show -> choice(show, page, query)).toList();
  }

  private static Choice choice(Show show, WorklistPage page, Query query) {
    long count = page.counts().getOrDefault(show, 0L);
    boolean more = show == Show.CLOSED && count >= WorklistPage.CLOSED_AT_MOST;
    return new Choice(
        show.label(),
        count + (more ? "+" : ""),
        address("/portal", new Query(show, "", 0), 0),
        !query.searching() && show == query.show());
  }

  private static String summary(Query query, int shown, long all) {
    int first = query.page() * WorklistPage.SIZE + 1;
    return shown == 0 ? "" : first + " to " + (first + shown - 1) + " of " + all;
  }

  private static String address(String path, Query query, int page) {
    if (query.searching()) {
      return path + "?search=" + URLEncoder.encode(query.search(), StandardCharsets.UTF_8);
    }
    String address = path + "?show=" + query.show().word();
    return page == 0 ? address : address + "&page=" + page;
  }
}
