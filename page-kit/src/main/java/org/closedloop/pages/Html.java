package org.closedloop.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Pages as answers, with the headers all of them bear. */
@ApplicationScoped
public class Html {

  /** Media type of pages. */
  public static final String TYPE = "text/html;charset=utf-8";

  /** Nothing from elsewhere, nothing inline, in nobody's frame. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final PagesConfig config;

  Html(PagesConfig config) {
    this.config = config;
  }

  /** 200 with a page or a part of one. */
  public Uni<Response> page(TemplateInstance page) {
    return page(200, page);
  }

  /** A page under any status. */
  public Uni<Response> page(int status, TemplateInstance page) {
    return page.createUni().map(text -> answer(status, text));
  }

  /** 404: no such thing, or another party's; the two are not told apart. */
  public Response notFound(Viewer viewer) {
    return said(
        404,
        viewer,
        "Not found",
        "There is nothing here for you. It may never have been, or it is somebody else's.");
  }

  /** 503: what the page shows cannot be read now. */
  public Response unavailable(Viewer viewer) {
    return said(
        503, viewer, "Not available now", "The hub cannot show this now. Try again in a moment.");
  }

  /** 403: a form that this session did not get from here. */
  Response formOfAnother(Viewer viewer) {
    return said(
        403,
        viewer,
        "Not sent",
        "This form is not of your present session, so nothing was done. Go back, load the page"
            + " again and send it once more.");
  }

  /**
   * 303 to a page of this service; what was posted is done. May be made on any thread: {@code
   * Response.seeOther} would ask the request's scope for the address of the service.
   */
  public static Response seeOther(String path) {
    return Response.status(303).header("Location", path).build();
  }

  private Response said(int status, Viewer viewer, String title, String text) {
    return answer(status, Templates.said(title, text, config.home(), viewer).render());
  }

  static Response answer(int status, String text) {
    return Response.status(status)
        .header("Content-Type", TYPE)
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff")
        .entity(text)
        .build();
  }

  @CheckedTemplate(basePath = "pages")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance said(String title, String text, String home, Viewer viewer);

    static native TemplateInstance signIn(SignInPage page, Viewer viewer);
  }
}
