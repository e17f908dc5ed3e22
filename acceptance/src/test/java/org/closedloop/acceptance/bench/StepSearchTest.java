package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StepSearchTest {

  private final List<Double> tried = new ArrayList<>();

  @Test
  void doublesUntilTooMuchThenHalvesTheGap() {
    StepSearch search = search(new StepSearch(4, 20, 0.1), 21);

    assertThat(tried).containsExactly(4.0, 8.0, 16.0, 32.0, 24.0, 20.0, 22.0);
    assertThat(search.best()).isEqualTo(20);
  }

  @Test
  void endsWhenTheStepsAreUsedUp() {
    StepSearch search = search(new StepSearch(4, 3, 0.1), 1000);

    assertThat(tried).containsExactly(4.0, 8.0, 16.0);
    assertThat(search.best()).isEqualTo(16);
  }

  @Test
  void goesBelowTheFirstRateAndMayFindNothing() {
    StepSearch search = search(new StepSearch(4, 3, 0.1), 0.1);

    assertThat(tried).containsExactly(4.0, 2.0, 1.0);
    assertThat(search.best()).isZero();
  }

  private StepSearch search(StepSearch search, double capacity) {
    for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
      tried.add(rate.getAsDouble());
      search.tried(rate.getAsDouble() <= capacity);
    }
    return search;
  }
}
