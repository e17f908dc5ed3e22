package org.closedloop.pages;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Signing in and out. */
@Path("/")
public class SignInResource {

  private static final Logger LOG = Logger.getLogger(SignInResource.class);

  private final People people;
  private final Sessions sessions;
  private final Cookies cookies;
  private final PagesConfig config;
  private final Html html;

  SignInResource(People people, Sessions sessions, Cookies cookies, PagesConfig config, Html html) {
    this.people = people;
    this.sessions = sessions;
    this.cookies = cookies;
    this.config = config;
    this.html = html;
  }

  /** The service's address alone leads to its pages. */
  @GET
  public Response home() {
    return Html.seeOther(config.home());
  }

  /**
   * The form.
   *
   * @param to where to go afterwards
   */
  @GET
  @Path("sign-in")
  public Uni<Response> form(
      @Context HttpHeaders headers, @QueryParam("to") @DefaultValue("") String to) {
    return form(200, headers, to, null);
  }

  /** Signs a user in: 303 to the page wanted; 401 for nobody, 403 for a user of another service. */
  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> signIn(
      @Context HttpHeaders headers,
      @FormParam("user") @DefaultValue("") String user,
      @FormParam("_csrf") String csrf,
      @FormParam("to") @DefaultValue("") String to) {
    String made = cookies.form(headers.getCookies());
    if (made == null || !Seal.same(sessions.csrf(made), csrf)) {
      return form(403, headers, to, "This form was not of your browser's session. Try again.");
    }
    Optional<Person> person = people.here(user);
    if (person.isPresent()) {
      return Uni.createFrom().item(begin(person.get(), to));
    }
    return people.anywhere(user)
        ? form(403, headers, to, "This user may not look here. Sign in at the other service.")
        : form(401, headers, to, "There is no such user. Choose one of the list.");
  }

  /** Ends the session. */
  @POST
  @Path("sign-out")
  @SignedIn
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(
      @Context ContainerRequestContext request, @FormParam("_csrf") String csrf) {
    LOG.infof("signed out user=%s", Viewer.of(request).user());
    return Response.fromResponse(Html.seeOther("/sign-in")).cookie(cookies.endOfSession()).build();
  }

  private Response begin(Person person, String to) {
    LOG.infof("signed in user=%s party=%s", person.user(), person.party());
    return Response.fromResponse(Html.seeOther(Targets.within(to, config.home())))
        .cookie(cookies.session(sessions.begin(person.user())))
        .build();
  }

  private Uni<Response> form(int status, HttpHeaders headers, String to, String mistake) {
    String shown = cookies.form(headers.getCookies());
    String made = shown == null ? UUID.randomUUID().toString() : shown;
    SignInPage page = new SignInPage(people.here(), sessions.csrf(made), to, mistake);
    return html.page(status, Html.Templates.signIn(page, null))
        .map(answer -> Response.fromResponse(answer).cookie(cookies.form(made)).build());
  }
}
