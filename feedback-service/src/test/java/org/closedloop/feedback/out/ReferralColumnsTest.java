package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.Test;

/** What the longest statement and the only array of arrays need. */
class ReferralColumnsTest {

  @Test
  void shouldWriteAnArrayAsTheDatabaseReadsIt() {
    assertThat(ReferralColumns.literal(new String[] {"plain", "a,b", "{\"\\}"}))
        .isEqualTo("{\"plain\",\"a,b\",\"{\\\"\\\\}\"}");
    assertThat(ReferralColumns.literal(new String[0])).isEqualTo("{}");
  }

  /** The driver prepares what is longer anew each time. */
  @Test
  void shouldStayShortEnoughToBeKeptPrepared() {
    assertThat(ReferralColumns.INSERT)
        .hasSizeLessThan(PgConnectOptions.DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT);
  }
}
