package org.closedloop.adapter.in.portal;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.core.portal.Deed;
import org.closedloop.adapter.core.portal.DeedForm;
import org.closedloop.adapter.core.portal.DeedView;
import org.closedloop.adapter.core.portal.Typed;
import org.closedloop.adapter.out.Drafts;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.fhir.FeedbackContent;
import org.closedloop.pages.Forms;
import org.closedloop.pages.Html;
import org.closedloop.pages.PageDoor;
import org.closedloop.pages.SignedIn;
import org.closedloop.pages.Viewer;

/** {@code /portal/referrals/{id}/do/{deed}}: the form of a deed, and doing it. */
@Path("/portal/referrals/{id}/do/{deed}")
@SignedIn
public class DeedResource {

  private static final String CHANGED =
      "Somebody did something else with this referral since you opened this form. Below is how it"
          + " stands now; nothing of yours was sent.";
  private static final String WITHDRAWN =
      "The package of this referral was taken back, so no outcome can be written for it.";

  private final Referrals referrals;
  private final Deeds deeds;
  private final Drafts drafts;
  private final UseCaseCatalog catalog;
  private final PageDoor door;
  private final Html html;
  private final Clock clock;

  DeedResource(
      Referrals referrals,
      Deeds deeds,
      Drafts drafts,
      UseCaseCatalog catalog,
      PageDoor door,
      Html html,
      Clock clock) {
    this.referrals = referrals;
    this.deeds = deeds;
    this.drafts = drafts;
    this.catalog = catalog;
    this.door = door;
    this.html = html;
    this.clock = clock;
  }

  /** The form, with what was typed into it before. */
  @GET
  public Uni<Response> form(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("deed") String deed) {
    Viewer viewer = Viewer.of(request);
    return with(
        viewer,
        id,
        deed,
        (task, form) ->
            drafts
                .find(viewer.party(), id, deed)
                .chain(draft -> shown(200, viewer, task, form, begun(draft), null)));
  }

  private Typed begun(Optional<Drafts.Draft> draft) {
    return new Typed(
        draft.map(Drafts.Draft::values).orElseGet(() -> Map.of("seen-on", today().toString())));
  }

  /** Keeps what is typed so far. */
  @POST
  @Path("draft")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> draft(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("deed") String deed,
      @FormParam("_csrf") String csrf) {
    Viewer viewer = Viewer.of(request);
    Map<String, String> values = Forms.values();
    return with(
        viewer,
        id,
        deed,
        (task, form) ->
            drafts
                .keep(viewer.party(), id, deed, viewer.user(), draft(form, new Typed(values)))
                .map(kept -> Response.noContent().build()));
  }

  private static Drafts.Draft draft(DeedForm form, Typed typed) {
    Map<String, String> kept = new java.util.HashMap<>();
    form.all().forEach(input -> kept.put(input.name(), typed.text(input.name())));
    return new Drafts.Draft(kept);
  }

  /**
   * Does it: 303 to the referral; 422 with the form when something is wrong with what was typed,
   * 409 when somebody else was quicker.
   *
   * @param seen number of the last move the person has seen
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> carryOut(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("deed") String deed,
      @FormParam("seen") String seen) {
    Viewer viewer = Viewer.of(request);
    Typed typed = new Typed(Forms.values());
    return with(
        viewer,
        id,
        deed,
        (task, form) ->
            String.valueOf(task.moved()).equals(seen) && form.deed().possibleAt(task.state())
                ? judged(viewer, task, form, typed)
                : shown(409, viewer, task, form, typed, CHANGED));
  }

  private Uni<Response> judged(Viewer viewer, TaskRecord task, DeedForm form, Typed typed) {
    Function<Deeds.Done, Uni<Response>> then = done -> after(viewer, task, form, typed, done);
    if (form.deed() == Deed.OUTCOME) {
      return outcome(viewer, task, form, typed, then);
    }
    String reason = form.reason(typed);
    return typed.mistakes().isEmpty()
        ? deeds.report(viewer.party(), task, form.deed(), reason).chain(then::apply)
        : shown(422, viewer, task, form, typed, null);
  }

  private Uni<Response> outcome(
      Viewer viewer,
      TaskRecord task,
      DeedForm form,
      Typed typed,
      Function<Deeds.Done, Uni<Response>> then) {
    FeedbackContent content =
        new FeedbackContent(
            Deeds.messageId(task),
            clock.instant(),
            catalog.find(task.useCase()).orElseThrow(),
            form.seenOn(typed, today()),
            form.summary(typed),
            form.results(typed));
    if (!typed.mistakes().isEmpty()) {
      return shown(422, viewer, task, form, typed, null);
    }
    return referrals
        .open(viewer.party(), task.referralId())
        .map(opened -> opened.flatMap(Referrals.Opened::message))
        .chain(
            message ->
                message.isEmpty()
                    ? shown(409, viewer, task, form, typed, WITHDRAWN)
                    : deeds
                        .outcome(viewer.party(), task, message.get(), content)
                        .chain(then::apply));
  }

  private Uni<Response> after(
      Viewer viewer, TaskRecord before, DeedForm form, Typed typed, Deeds.Done done) {
    String id = before.referralId();
    return switch (done) {
      case Deeds.Done.Taken taken ->
          drafts
              .drop(viewer.party(), id)
              .map(gone -> Html.seeOther("/portal/referrals/" + id + "?done=" + taken.notice()));
      case Deeds.Done.Refused refused ->
          shown(422, viewer, before, form, typed, "The hub did not take it. " + refused.words());
      case Deeds.Done.TooLate late ->
          door.found(
              viewer,
              id,
              referrals.find(viewer.party(), id),
              now -> shown(409, viewer, now, form, typed, CHANGED));
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private interface Work {
    Uni<Response> of(TaskRecord task, DeedForm form);
  }

  private Uni<Response> with(Viewer viewer, String id, String word, Work work) {
    return door.found(
        viewer,
        id,
        referrals.find(viewer.party(), id),
        task ->
            Deed.of(word)
                .map(deed -> work.of(task, DeedForm.of(deed, useCase(task))))
                .orElseGet(() -> Uni.createFrom().item(html.notFound(viewer))));
  }

  private org.closedloop.core.catalog.UseCase useCase(TaskRecord task) {
    return catalog.find(task.useCase()).orElseThrow();
  }

  private Uni<Response> shown(
      int status, Viewer viewer, TaskRecord task, DeedForm form, Typed typed, String notice) {
    return html.page(status, Templates.deed(DeedView.of(task, form, typed, notice), viewer));
  }
}
