package org.closedloop.gateway.core.track;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.ReferralQuery;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.pages.view.Choice;

/**
 * The list of a hospital's referrals, ready to be shown.
 *
 * @param search what is searched for, empty for nothing
 * @param groups filters by status
 * @param ages filters by age; none of the closed and of a search
 * @param rows the referrals of this page
 * @param summary which of how many are shown
 * @param empty what to say when there is none
 * @param refresh address of the rows alone
 * @param before address of the page before, or null
 * @param after address of the next page, or null
 */
public record TrackList(
    String search,
    List<Choice> groups,
    List<Choice> ages,
    List<ReferralRow> rows,
    String summary,
    String empty,
    String refresh,
    String before,
    String after) {

  /** Puts a page of the record into words. */
  public static TrackList of(
      ReferralPage page, ReferralQuery query, UnaryOperator<String> useCases, Instant now) {
    List<ReferralRow> rows =
        page.lines().stream().map(line -> ReferralRow.of(line, useCases, now)).toList();
    boolean searching = !query.search().isBlank();
    long all = searching ? rows.size() : count(page, query);
    boolean more = !searching && (query.page() + 1L) * ReferralPage.SIZE < all;
    return new TrackList(
        query.search(),
        groups(page, query, searching),
        searching || query.group().closed() ? List.of() : ages(page, query),
        rows,
        summary(query, rows.size(), all),
        searching
            ? "No referral of yours has this number or id. Numbers must match in full."
            : "No referral here.",
        address("/track/rows", query),
        query.page() == 0 ? null : address("/track", at(query, query.page() - 1)),
        more ? address("/track", at(query, query.page() + 1)) : null);
  }

  /** Tells this list from one that shows anything else. */
  public String version() {
    return Integer.toHexString(hashCode());
  }

  private static long count(ReferralPage page, ReferralQuery query) {
    return query.age().isPresent() && !query.group().closed()
        ? page.count(query.group(), query.age().get())
        : page.count(query.group());
  }

  private static List<Choice> groups(ReferralPage page, ReferralQuery query, boolean searching) {
    return Stream.of(StatusGroup.values())
        .map(
            group ->
                new Choice(
                    name(group),
                    page.count(group) + (group.closed() && page.moreClosed() ? "+" : ""),
                    address("/track", new ReferralQuery(group, Optional.empty(), "", 0)),
                    !searching && group == query.group()))
        .toList();
  }

  private static List<Choice> ages(ReferralPage page, ReferralQuery query) {
    StatusGroup group = query.group();
    List<Choice> ages = new ArrayList<>();
    ages.add(age(group, Optional.empty(), "Any age", page.count(group), query));
    for (AgeBand band : AgeBand.values()) {
      ages.add(age(group, Optional.of(band), name(band), page.count(group, band), query));
    }
    return List.copyOf(ages);
  }

  private static Choice age(
      StatusGroup group, Optional<AgeBand> age, String name, long count, ReferralQuery query) {
    String address = address("/track", new ReferralQuery(group, age, "", 0));
    return new Choice(name, String.valueOf(count), address, age.equals(query.age()));
  }

  private static String summary(ReferralQuery query, int shown, long all) {
    if (shown == 0) {
      return "";
    }
    int first = query.page() * ReferralPage.SIZE + 1;
    return first + " to " + (first + shown - 1) + " of " + all;
  }

  private static ReferralQuery at(ReferralQuery query, int page) {
    return new ReferralQuery(query.group(), query.age(), query.search(), page);
  }

  private static String address(String path, ReferralQuery query) {
    StringBuilder address = new StringBuilder(path);
    if (!query.search().isBlank()) {
      return address
          .append("?search=")
          .append(URLEncoder.encode(query.search(), StandardCharsets.UTF_8))
          .toString();
    }
    address.append("?show=").append(query.group().word());
    query.age().ifPresent(age -> address.append("&age=").append(age.word()));
    return query.page() == 0 ? address.toString() : address + "&page=" + query.page();
  }

  private static String name(StatusGroup group) {
    return switch (group) {
      case OPEN -> "All open";
      case OVERDUE -> "Overdue";
      case WAITING -> "Waiting for an answer";
      case ACTIVE -> "Under way";
      case CANCELLING -> "Cancellation asked for";
      case COMPLETED -> "Outcome received";
      case ENDED -> "Declined or cancelled";
    };
  }

  private static String name(AgeBand band) {
    return switch (band) {
      case WEEK -> "Under a week";
      case MONTH -> "A week to a month";
      case OLDER -> "Over a month";
    };
  }
}
