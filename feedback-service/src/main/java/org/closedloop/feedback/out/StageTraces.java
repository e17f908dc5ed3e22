package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.StageReached;
import org.closedloop.kit.trace.Happened;
import org.closedloop.kit.trace.TraceIds;
import org.closedloop.kit.trace.Traces;

/**
 * The stages of a referral as spans of its trace. The span all others are under is told when the
 * referral is closed: until then a viewer shows its parts without it.
 */
@ApplicationScoped
class StageTraces {

  private final Traces traces;

  StageTraces(Traces traces) {
    this.traces = traces;
  }

  void tell(Referral referral, List<StageReached> stages) {
    if (traces.on()) {
      TraceIds.trace(referral.id())
          .ifPresent(trace -> stages.forEach(stage -> tell(trace, referral, stage)));
    }
  }

  private void tell(String trace, Referral referral, StageReached stage) {
    String all = TraceIds.span(referral.id());
    boolean whole = stage.stage().equals(StageReached.CLOSED);
    traces.tell(
        new Happened(
            whole ? "referral" : "stage " + stage.stage(),
            new TraceIds.Place(trace, whole ? all : null),
            whole ? null : all,
            stage.from(),
            stage.to(),
            Map.of("hub.use_case", referral.submission().useCase()),
            false));
  }
}
