package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.closedloop.adapter.core.Reception;
import org.closedloop.adapter.core.ReceptionDesk;
import org.closedloop.adapter.core.ResponseClaim;
import org.closedloop.adapter.core.ResponseClaims;
import org.closedloop.adapter.core.ResponseValidation;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.out.Hearing;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.validate.Validation;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.kit.Judging;
import org.jboss.logging.Logger;

/**
 * Everything a response goes through before it becomes a claim, the same for all doors. The gate
 * takes time, so it runs on a worker thread.
 */
@ApplicationScoped
public class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final ReceptionDesk desk;
  private final ResponseClaims claims;
  private final ResponseValidation validation;
  private final Hearing hearing;
  private final Judging judging;
  private final Clock clock;

  Intake(
      Gate gate,
      Directory directory,
      UseCaseCatalog catalog,
      Hearing hearing,
      Judging judging,
      Clock clock) {
    this.judging = judging;
    this.desk = new ReceptionDesk(gate, directory);
    this.claims = new ResponseClaims(gate, catalog);
    this.validation = new ResponseValidation(gate, desk, claims);
    this.hearing = hearing;
    this.clock = clock;
  }

  /** What a topic brings: a message or a bare Task, always as JSON. */
  Uni<ResponseClaim> messageOrTask(Party program, String requestId, byte[] body) {
    return read(() -> desk.messageOrTask(program, BodyReader.read(body, FhirFormat.JSON)))
        .chain(reception -> claim(reception, requestId));
  }

  /** What {@code $process-message} brings. */
  public Uni<ResponseClaim> message(
      Party program, String requestId, byte[] body, FhirFormat format) {
    return read(() -> desk.message(program, BodyReader.read(body, format)))
        .chain(reception -> claim(reception, requestId));
  }

  /** Says what {@link #message} would, and all of it; nothing becomes a claim. */
  Uni<Validation> validate(Party program, byte[] body, FhirFormat format) {
    return judging.run(() -> validation.of(program, body, format, clock.instant()));
  }

  /** The claim of a bare Task. */
  public Uni<ResponseClaim.Made> task(Reception.BareTask task, String requestId, String version) {
    return hearing
        .of(task.program().id(), task.facts().id())
        .map(noted -> claims.of(task, requestId, version, clock.instant()));
  }

  /** Reads a bare Task. */
  public Uni<Reception> readTask(Party program, byte[] body, FhirFormat format) {
    return read(() -> desk.task(program, BodyReader.read(body, format)));
  }

  private Uni<ResponseClaim> claim(Reception reception, String requestId) {
    return switch (reception) {
      case Reception.Refused(var refusal, var messageId) ->
          Uni.createFrom().item(new ResponseClaim.Refused(refusal, messageId));
      case Reception.BareTask task -> task(task, requestId, null).map(made -> made);
      case Reception.Message message -> claim(message, requestId);
    };
  }

  private Uni<ResponseClaim> claim(Reception.Message message, String requestId) {
    return hearing
        .of(message.program().id(), message.referralId())
        .map(known -> known.map(TaskRecord::useCase))
        .chain(
            useCase ->
                judging
                    .run(() -> filtered(message, requestId, useCase))
                    .onFailure()
                    .recoverWithItem(e -> new ResponseClaim.Refused(broken(e), null)));
  }

  private ResponseClaim filtered(
      Reception.Message message, String requestId, Optional<String> useCase) {
    return claims.of(message, requestId, useCase, clock.instant());
  }

  private Uni<Reception> read(Supplier<Reception> reading) {
    return judging
        .run(reading)
        .onFailure()
        .recoverWithItem(e -> new Reception.Refused(broken(e), null));
  }

  /** An error of ours stops neither a topic nor the sender's later messages. */
  private static Refusal broken(Throwable e) {
    LOG.errorf("response failed error=%s", e.getClass().getName());
    return Refusal.of(
        500,
        Finding.error(
            "internal",
            "exception",
            "",
            "The hub failed to handle this message. Tell the hub's operators."));
  }
}
