package org.closedloop.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.process.StackFailure;

/** Pages and status lookups while there are many open referrals. */
final class PagesRun {

  private static final String HOSPITAL = "saint-lukes";
  private static final String PROGRAM = "kc-wellness";
  private static final String EXAMPLE_HOSPITAL = "lakeside-hospital";
  private static final String EXAMPLE_PROGRAM = "riverbend-wellness";
  private static final String USE_CASE = "hypertension";
  private static final int TRIES = 200;
  private static final long PAUSE_MS = 100;
  private static final int OK = 200;

  private final LocalStack stack;
  private final Consumer<String> say;

  PagesRun(LocalStack stack, Consumer<String> say) {
    this.stack = stack;
    this.say = say;
  }

  /**
   * @param sizes open referrals, ascending
   */
  List<PageFigures> play(List<Integer> sizes) throws InterruptedException {
    String id = openReferral();
    FilledRecord record = new FilledRecord(stack, HOSPITAL, PROGRAM, id);
    List<PageFigures> all = new ArrayList<>();
    for (int rows : sizes) {
      say.accept("Pages with " + rows + " open referrals …");
      record.upTo(rows);
      for (Map.Entry<Visitor, List<String>> one : visits(id).entrySet()) {
        for (String path : one.getValue()) {
          PageFigures figures = one.getKey().look(rows, path);
          say.accept(BenchText.line(figures));
          all.add(figures);
        }
      }
    }
    return all;
  }

  private Map<Visitor, List<String>> visits(String id) {
    String gateway = base("gateway");
    String adapter = base("adapter");
    String feedback = base("feedback");
    return Map.of(
        Visitor.signedIn(adapter, "navigator"),
        List.of(
            "/portal",
            "/portal?show=waiting&page=5",
            "/portal?show=overdue",
            "/portal?search=F-77",
            "/portal/referrals/" + id,
            "/portal/referrals/" + id + "/do/accept"),
        Visitor.signedIn(gateway, "coordinator"),
        List.of(
            "/track",
            "/track?show=open&page=5",
            "/track?search=F-77",
            "/track/referrals/" + id,
            "/track/referrals/" + id + "/print"),
        Visitor.signedIn(feedback, "ops"),
        List.of(
            "/ops",
            "/ops?window=week&program=" + PROGRAM,
            "/ops?window=week&program=program-%d",
            "/ops/view/parked",
            "/ops/view/referral?id=" + id),
        Visitor.with(gateway, stack.issuer().token(HOSPITAL, Role.INITIATOR)),
        List.of("/fhir/Task/" + id),
        Visitor.with(adapter, stack.issuer().token(PROGRAM, Role.RECIPIENT)),
        List.of("/fhir/Task/" + id, "/fhir/Task?owner=" + PROGRAM));
  }

  /** A real one, taken in by the hub and delivered, that nobody answers. */
  private String openReferral() throws InterruptedException {
    ExampleMessages examples =
        new ExampleMessages(
            stack.settings().useCases(), party(EXAMPLE_HOSPITAL), party(EXAMPLE_PROGRAM));
    String salt = "p" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    byte[] request =
        examples.request(new ExampleMessages.Loop(USE_CASE, salt, party(HOSPITAL), party(PROGRAM)));
    HubHttp hospital = new HubHttp(base("gateway"), stack.issuer().token(HOSPITAL, Role.INITIATOR));
    HubHttp.Answer taken = hospital.process(request);
    if (taken.status() != OK) {
      throw new StackFailure("The hub answered " + taken.status() + " to a referral.");
    }
    String id = Ride.referralId(HOSPITAL, request);
    HubHttp program = new HubHttp(base("adapter"), stack.issuer().token(PROGRAM, Role.RECIPIENT));
    for (int i = 0; i < TRIES; i++) {
      if (program.get("/fhir/Bundle/" + id).status() == OK) {
        return id;
      }
      Thread.sleep(PAUSE_MS);
    }
    throw new StackFailure("The program did not get its package.");
  }

  private Party party(String id) {
    return stack
        .directory()
        .find(id)
        .orElseThrow(() -> new StackFailure("The directory has no party '" + id + "'."));
  }

  private String base(String service) {
    return "http://127.0.0.1:" + stack.port(service);
  }
}
