package org.closedloop.kit.full;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.validate.Validation;
import org.closedloop.conformance.validate.ValidationBody;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.kit.HubConfig;
import org.jboss.logging.Logger;

/**
 * What HAPI's validator says beside the gate, for who asks with {@code mode=full}. The first
 * question starts a process and takes seconds; one question is answered at a time, a few may wait.
 */
@ApplicationScoped
public class SecondOpinion {

  private static final Logger LOG = Logger.getLogger(SecondOpinion.class);
  private static final String FULL = "full";
  private static final int WAITING_AT_MOST = 16;

  private final HubConfig.FullValidator config;
  private final ThreadPoolExecutor asking =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          work -> daemon(work, "full-validator"));
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, work -> daemon(work, "full-validator-clock"));
  private ValidatorProcess process;
  private volatile Future<?> idle;

  SecondOpinion(HubConfig config) {
    this.config = config.fullValidator();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Adds HAPI's findings to a first opinion, where they are asked for.
   *
   * @param mode what the request says; anything but {@code full} leaves the first as it is
   * @param first the gate's
   * @param body what was judged
   * @return the first with more; Unreadable with 501 when there is no such validator here, with 503
   *     when it does not answer
   */
  public Uni<Validation> beside(String mode, Validation first, byte[] body, FhirFormat format) {
    if (!FULL.equals(mode) || !(first instanceof Validation.Judged judged)) {
      return Uni.createFrom().item(first);
    }
    Optional<Path> folder = config.folder();
    if (folder.isEmpty()) {
      return Uni.createFrom().item(notHere());
    }
    if (!(ValidationBody.message(BodyReader.read(body, format))
        instanceof Reading.Readable(FhirTree tree))) {
      return Uni.createFrom().item(first);
    }
    byte[] message = tree.bytes();
    return Uni.createFrom()
        .item(() -> ask(folder.get(), message))
        .runSubscriptionOn(asking)
        .<Validation>map(judged::and)
        .onFailure()
        .invoke(e -> LOG.warnf("full validation failed error=%s", e.getClass().getName()))
        .onFailure()
        .recoverWithItem(e -> busy());
  }

  /** Runs on the one thread of {@link #asking}. */
  private List<Finding> ask(Path folder, byte[] message) {
    cancel(idle);
    ValidatorProcess asked = running(folder);
    Future<?> tooLate = after(config.within(), asked::close);
    try {
      return asked.check(message);
    } catch (IOException e) {
      asked.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // What else is in the line cannot be told from the next answer.
      asked.close();
      throw e;
    } finally {
      cancel(tooLate);
      idle = after(config.idle(), asked::close);
    }
  }

  private ValidatorProcess running(Path folder) {
    try {
      if (process == null || !process.alive()) {
        process = new ValidatorProcess(folder, config.heap());
      }
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<?> after(Duration time, Runnable work) {
    return clock.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void cancel(Future<?> later) {
    if (later != null) {
      later.cancel(false);
    }
  }

  private static Validation notHere() {
    return new Validation.Unreadable(
        Refusal.of(
            501,
            Finding.error(
                "full-validation",
                "not-supported",
                "",
                "There is no full validator here. Ask without mode=full, or tell the hub's"
                    + " operators to set HUB_FULL_VALIDATOR_FOLDER.")));
  }

  private static Validation busy() {
    return new Validation.Unreadable(
        Refusal.of(
            503,
            Finding.error(
                "full-validation",
                "transient",
                "",
                "The full validator does not answer now. Ask again, or without mode=full.")));
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
    asking.shutdownNow();
    ValidatorProcess last = process;
    if (last != null) {
      last.close();
    }
  }
}
