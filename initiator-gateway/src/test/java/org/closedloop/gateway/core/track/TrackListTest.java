package org.closedloop.gateway.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.closedloop.gateway.core.track.Lines.NOW;
import static org.closedloop.gateway.core.track.Lines.line;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.Lateness;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.ReferralPage.Count;
import org.closedloop.core.track.ReferralQuery;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.pages.view.Choice;
import org.junit.jupiter.api.Test;

class TrackListTest {

  private static final List<Count> COUNTS =
      List.of(
          new Count("received", "2.0", false, "week", 60),
          new Count("received", "2.0", true, "older", 7),
          new Count("in-progress", "5.1.1", false, "month", 3),
          new Count("in-progress", "5.2", false, "month", 2),
          new Count("completed", "7.0", false, null, 9_000),
          new Count("rejected", "4.0", false, null, 1_000));

  @Test
  void countsEachGroup() {
    assertThat(list(query(StatusGroup.OPEN, null, 0)).groups())
        .extracting(Choice::text, Choice::count, Choice::chosen)
        .containsExactly(
            tuple("All open", "72", true),
            tuple("Overdue", "7", false),
            tuple("Waiting for an answer", "67", false),
            tuple("Under way", "3", false),
            tuple("Cancellation asked for", "2", false),
            tuple("Outcome received", "9000+", false),
            tuple("Declined or cancelled", "1000+", false));
  }

  @Test
  void countsAgesOfTheChosenGroupAlone() {
    TrackList list = list(query(StatusGroup.WAITING, AgeBand.OLDER, 0));
    assertThat(list.ages())
        .extracting(Choice::count, Choice::chosen)
        .containsExactly(
            tuple("67", false), tuple("60", false), tuple("0", false), tuple("7", true));
    assertThat(list.ages().get(3).address()).isEqualTo("/track?show=waiting&age=older");
    assertThat(list(query(StatusGroup.COMPLETED, null, 0)).ages()).isEmpty();
  }

  @Test
  void leadsFromPageToPage() {
    TrackList first = list(query(StatusGroup.WAITING, null, 0));
    assertThat(first.before()).isNull();
    assertThat(first.after()).isEqualTo("/track?show=waiting&page=1");
    TrackList second = list(query(StatusGroup.WAITING, null, 1), 17);
    assertThat(second.summary()).isEqualTo("51 to 67 of 67");
    assertThat(second.before()).isEqualTo("/track?show=waiting");
    assertThat(second.after()).isNull();
    assertThat(second.refresh()).isEqualTo("/track/rows?show=waiting&page=1");
  }

  @Test
  void searchesWithoutFilters() {
    TrackList list = list(new ReferralQuery(StatusGroup.OPEN, Optional.empty(), "SR 1&x", 0), 0);
    assertThat(list.refresh()).isEqualTo("/track/rows?search=SR+1%26x");
    assertThat(list.groups()).noneMatch(Choice::chosen);
    assertThat(list.ages()).isEmpty();
    assertThat(list.empty()).startsWith("No referral of yours");
  }

  @Test
  void saysWhatIsLate() {
    ReferralLine late =
        line("received", "2.0", new Lateness("response", "program", NOW.minusSeconds(90_000)));
    ReferralPage page = new ReferralPage(List.of(late), COUNTS);
    ReferralRow row =
        TrackList.of(page, query(StatusGroup.OVERDUE, null, 0), name -> "Name of " + name, NOW)
            .rows()
            .get(0);
    assertThat(row.late()).isEqualTo("No answer from the program, due 1 day ago");
    assertThat(row.age()).isEqualTo("3 days");
    assertThat(row.subject()).isEqualTo("Name of hypertension");
    assertThat(row.badge().text()).isEqualTo("Waiting for an answer");
  }

  private static ReferralQuery query(StatusGroup group, AgeBand age, int page) {
    return new ReferralQuery(group, Optional.ofNullable(age), "", page);
  }

  private static TrackList list(ReferralQuery query) {
    return list(query, ReferralPage.SIZE);
  }

  private static TrackList list(ReferralQuery query, int lines) {
    List<ReferralLine> all = Collections.nCopies(lines, line("received", "2.0"));
    return TrackList.of(new ReferralPage(all, COUNTS), query, name -> name, NOW);
  }
}
