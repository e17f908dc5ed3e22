package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.closedloop.stack.process.StackFailure;

/** Looks at the parts once a minute, as long as it is open. */
final class SoakWatch implements AutoCloseable {

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Soak.Minute> minutes = new CopyOnWriteArrayList<>();
  private final SoakMeter meter;
  private final Consumer<String> say;

  SoakWatch(SoakMeter meter, Consumer<String> say) {
    this.meter = meter;
    this.say = say;
    clock.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.MINUTES);
  }

  /** What was seen so far. */
  List<Soak.Minute> all() {
    return List.copyOf(minutes);
  }

  private void look() {
    try {
      Map<String, Long> memory = meter.memory();
      long lag = meter.lag().values().stream().mapToLong(Long::longValue).max().orElse(0);
      minutes.add(new Soak.Minute(minutes.size(), memory, lag));
      say.accept("soak minute " + (minutes.size() - 1) + ": MB " + memory + ", lag " + lag);
    } catch (StackFailure e) {
      say.accept("soak: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
