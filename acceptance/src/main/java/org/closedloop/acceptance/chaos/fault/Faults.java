package org.closedloop.acceptance.chaos.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.scenario.Fault;
import org.closedloop.stack.process.StackFailure;

/** Makes the faults of a scenario happen, each at its time, and notes when each was over. */
public final class Faults {

  private static final double MS = 1e3;

  private final Breakings breakings;
  private final Consumer<String> progress;
  private final long beginNanos;
  private final List<FaultRun> done = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();

  /**
   * @param beginNanos begin of the load
   * @param progress told in sentences what happens
   */
  public Faults(Breakings breakings, long beginNanos, Consumer<String> progress) {
    this.breakings = breakings;
    this.beginNanos = beginNanos;
    this.progress = progress;
  }

  /** Sets all of them off. */
  public void start(List<Fault> faults) {
    faults.forEach(fault -> running.add(Thread.ofVirtual().start(() -> run(fault))));
  }

  /**
   * Waits until all are over and mended.
   *
   * @throws StackFailure when something could not be broken or mended
   */
  public List<FaultRun> await() throws InterruptedException {
    for (Thread one : running) {
      one.join();
    }
    synchronized (done) {
      if (!failures.isEmpty()) {
        throw new StackFailure(String.join("\n", failures));
      }
      return List.copyOf(done);
    }
  }

  private void run(Fault fault) {
    try {
      TimeUnit.MILLISECONDS.sleep(fault.atMs() - sinceBegin());
      long atMs = sinceBegin();
      progress.accept(
          "%7.1f s  %s %s for %.1f s"
              .formatted(atMs / MS, fault.kind(), fault.target(), fault.forMs() / MS));
      long endedNanos = happen(fault);
      synchronized (done) {
        done.add(new FaultRun(fault, atMs, endedNanos));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      synchronized (done) {
        failures.add(fault.kind() + " " + fault.target() + ": " + e.getMessage());
      }
    }
  }

  private long happen(Fault fault) throws InterruptedException {
    Breaking breaking = breakings.of(fault);
    breaking.begin();
    TimeUnit.MILLISECONDS.sleep(fault.forMs());
    long endedNanos = System.nanoTime();
    breaking.end();
    return endedNanos;
  }

  private long sinceBegin() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
  }
}
