package org.closedloop.acceptance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.chaos.play.Placers;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.closedloop.core.state.Trigger;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;

/** One synthetic referral in the words of the field: {@code aReferral().from(…).to(…)}. */
public final class TestReferral {

  private final Hub hub;
  private final ExampleMessages.Loop loop;
  private final byte[] request;
  private final UnaryOperator<byte[]> everywhere;
  private int messages;

  private TestReferral(
      Hub hub,
      ExampleMessages.Loop loop,
      UnaryOperator<byte[]> change,
      UnaryOperator<byte[]> everywhere) {
    this.hub = hub;
    this.loop = loop;
    this.everywhere = everywhere;
    this.request = everywhere.apply(change.apply(hub.examples().request(loop)));
  }

  /** Begins to describe a referral. */
  public static Builder aReferral(Hub hub) {
    return new Builder(hub);
  }

  /** What can be chosen; the rest is fresh. */
  public static final class Builder {

    private final Hub hub;
    private String useCase = "arthritis";
    private String initiator = "mesa-clinic";
    private String program = "kc-wellness";
    private UnaryOperator<byte[]> change = UnaryOperator.identity();
    private UnaryOperator<byte[]> everywhere = UnaryOperator.identity();

    private Builder(Hub hub) {
      this.hub = hub;
    }

    public Builder of(String name) {
      useCase = name;
      return this;
    }

    public Builder from(String hospital) {
      initiator = hospital;
      return this;
    }

    public Builder to(String recipient) {
      program = recipient;
      return this;
    }

    /** A request that is not quite the example. */
    public Builder with(UnaryOperator<byte[]> changeOfRequest) {
      change = changeOfRequest;
      return this;
    }

    /** All messages of both sides are not quite the examples: for instance of another patient. */
    public Builder about(UnaryOperator<byte[]> changeOfAll) {
      everywhere = changeOfAll;
      return this;
    }

    /** A referral that nobody has sent yet. */
    public TestReferral unsent() {
      String salt = UUID.randomUUID().toString().substring(0, 8);
      return new TestReferral(
          hub,
          new ExampleMessages.Loop(useCase, salt, hub.party(initiator), hub.party(program)),
          change,
          everywhere);
    }

    /** A referral on record: received/2.0. */
    public TestReferral received() {
      TestReferral referral = unsent();
      expect(referral.submit(), 200);
      return referral;
    }

    /** A referral that stands where a row of the table begins. */
    public TestReferral at(ReferralState state) {
      TestReferral referral = unsent();
      for (Transition row : Paths.to(state)) {
        if (row.trigger() == Trigger.SEND_CANCELLATION_REQUEST) {
          // What the program does not have yet would be taken back, and the referral be cancelled.
          referral.awaitDelivery(Delivery.DELIVERED);
        }
        expect(referral.send(row), 200);
      }
      return referral;
    }
  }

  /** The referral message. */
  public byte[] request() {
    return request.clone();
  }

  /** The outcome message. */
  public byte[] outcome() {
    return everywhere.apply(hub.examples().outcome(loop));
  }

  /** A status report under a new message id. */
  public byte[] report(ReferralState state) {
    return everywhere.apply(hub.examples().update(loop, state, nonce()));
  }

  /** The request to cancel, under a new message id. */
  public byte[] cancellation() {
    return everywhere.apply(
        hub.examples().cancellationRequest(loop, nonce(), "Patient moved away"));
  }

  /** The hospital sends it by HTTP. */
  public HubHttp.Answer submit() {
    return hospital().process(request);
  }

  /** The side whose row it is sends what makes the row happen. */
  public HubHttp.Answer send(Transition row) {
    return switch (row.trigger()) {
      case SEND_REFERRAL_PACKAGE -> submit();
      case SEND_CANCELLATION_REQUEST -> hospital().process(cancellation());
      case SEND_REFERRAL_OUTCOME -> program().process(outcome());
      case SEND_INTERIM_CONSULTATION_NOTE -> program().process(note(row.to()));
      default -> program().process(report(row.to()));
    };
  }

  /** An interim note with its document, under a new message id. */
  public byte[] note(ReferralState state) {
    return everywhere.apply(hub.examples().interimNote(loop, state, nonce()));
  }

  /** The hub's id of it. */
  public String id() {
    return ReferralId.of(loop.initiator().id(), Placers.service(request), Placers.task(request));
  }

  /** The Task as the hospital sees it. */
  public Message task() {
    return hospital().get("/fhir/Task/" + id()).body();
  }

  /** Waits until the hospital sees the state. */
  public void awaitState(ReferralState state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task().state().equals(state.toString()));
  }

  /** What the operators see of its history. */
  public JsonNode history() {
    return page().path("history");
  }

  /** Waits until the operators see how far its package has come. */
  public void awaitDelivery(Delivery delivery) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> page().path("delivery").asText().equals(delivery.name()));
  }

  private JsonNode page() {
    return hub.ops().get("/ops/referrals/" + id()).body().root();
  }

  /** Rows of the table it went through. */
  public List<String> rows() {
    List<String> tids = new ArrayList<>();
    history()
        .forEach(
            event -> {
              if (event.path("accepted").asBoolean() && event.hasNonNull("tid")) {
                tids.add(event.path("tid").asText());
              }
            });
    return tids;
  }

  /** Events that were refused. */
  public List<JsonNode> refusals() {
    List<JsonNode> refused = new ArrayList<>();
    history()
        .forEach(
            event -> {
              if (!event.path("accepted").asBoolean()) {
                refused.add(event);
              }
            });
    return refused;
  }

  /** The hospital's client. */
  public HubHttp hospital() {
    return hub.hospital(loop.initiator().id());
  }

  /** The program's client. */
  public HubHttp program() {
    return hub.program(loop.program().id());
  }

  /** PLAC number of the ServiceRequest. */
  public String placer() {
    return Message.of(request).placer();
  }

  private String nonce() {
    messages++;
    return "message-" + messages;
  }

  private static void expect(HubHttp.Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError("set-up answered " + answer.status() + ": " + answer.body().root());
    }
  }

  /** The state a row leads to. */
  public static ReferralState after(String tid) {
    return TransitionTable.ROWS.stream()
        .filter(row -> row.tid().equals(tid))
        .findFirst()
        .orElseThrow()
        .to();
  }
}
