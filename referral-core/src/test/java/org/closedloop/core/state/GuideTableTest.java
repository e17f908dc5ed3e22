package org.closedloop.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our table is the guide's table. */
@Tag("guide")
class GuideTableTest {

  @Test
  void shouldEqualTheGuidesTableRowByRow() throws IOException {
    Path csv = Path.of(System.getenv("BSER_GUIDE"), "task-transitions.csv");
    List<String> theirs = Files.readAllLines(csv).stream().skip(1).toList();
    List<String> ours = TransitionTable.ROWS.stream().map(GuideTableTest::csv).toList();
    assertThat(ours).isEqualTo(theirs);
  }

  private static String csv(Transition row) {
    return String.join(
        ",",
        row.tid(),
        row.actor().word(),
        row.trigger().word(),
        row.from().status().code(),
        business(row.from()),
        row.to().status().code(),
        business(row.to()));
  }

  private static String business(ReferralState state) {
    return state.businessStatus() == null ? "" : state.businessStatus().code();
  }
}
