package org.closedloop.stack.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.closedloop.stack.check.DiskCheck;
import org.closedloop.stack.check.PortCheck;
import org.closedloop.stack.part.Part;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.token.InternalKey;
import org.closedloop.stack.token.IssuerKey;

/** Brings up whatever of a stack does not run: first what is leaned on, then the services. */
final class StartUp {

  private final StackSettings settings;
  private final PartRunner runner;
  private final Consumer<String> progress;
  private final List<Part> missing;
  private final long begin = System.nanoTime();

  /**
   * @param wanted what shall run in the end
   */
  StartUp(StackSettings settings, PartRunner runner, List<Part> wanted, Consumer<String> progress) {
    this.settings = settings;
    this.runner = runner;
    this.progress = progress;
    this.missing = wanted.stream().filter(part -> !runner.runs(part)).toList();
  }

  /** What does not run yet. */
  List<Part> missing() {
    return missing;
  }

  /** Looks before anything is started, so that a failure here changes nothing. */
  void check() {
    Stream<Optional<String>> parts = missing.stream().map(Part::complaint);
    Stream<Optional<String>> ports =
        missing.stream()
            .flatMap(part -> part.ports().stream().map(p -> PortCheck.complaint(p, part.name())));
    List<String> complaints =
        Stream.concat(parts, ports)
            .flatMap(Optional::stream)
            .collect(ArrayList::new, List::add, List::addAll);
    DiskCheck.complaint(settings.data()).ifPresent(complaints::add);
    if (!complaints.isEmpty()) {
      throw new StackFailure(String.join("\n", complaints));
    }
  }

  /**
   * Starts the missing of these parts at once and waits until all of them are ready.
   *
   * @throws StackFailure when one does not become ready
   */
  void bringUp(List<Part> parts) {
    launch(parts);
    awaitReady(parts);
  }

  /** Starts the missing of these parts at once; they are not ready yet. */
  void launch(List<Part> parts) {
    new IssuerKey(settings.keys()).makeIfMissing();
    new InternalKey(settings.keys()).value();
    Parallel.each(parts.stream().filter(missing::contains).toList(), runner::launch);
  }

  /**
   * Waits until all of these parts are ready.
   *
   * @throws StackFailure when one does not become ready
   */
  void awaitReady(List<Part> parts) {
    Parallel.each(parts, this::awaitReady);
  }

  private void awaitReady(Part part) {
    runner.awaitReady(part);
    if (missing.contains(part)) {
      progress.accept(ready(part));
    }
  }

  private String ready(Part part) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    return String.format(
        Locale.ROOT, "  %-10s ready on port %d after %.1f s", part.name(), part.port(), seconds);
  }
}
