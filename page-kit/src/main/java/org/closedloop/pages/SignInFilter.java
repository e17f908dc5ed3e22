package org.closedloop.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Before every {@link SignedIn} resource: who is it? */
class SignInFilter {

  private final Cookies cookies;
  private final Sessions sessions;

  SignInFilter(Cookies cookies, Sessions sessions) {
    this.cookies = cookies;
    this.sessions = sessions;
  }

  /** Lets a signed-in person through, sends others to sign in. */
  @SignedIn
  @ServerRequestFilter
  public Optional<Response> judge(ContainerRequestContext request) {
    Optional<Viewer> viewer = sessions.viewer(cookies.session(request.getCookies()));
    viewer.ifPresent(found -> found.putOn(request));
    return viewer.isPresent() ? Optional.empty() : Optional.of(toSignIn(request));
  }

  /**
   * A part of a page that is loaded later cannot be the sign-in page: the whole page goes there.
   */
  private static Response toSignIn(ContainerRequestContext request) {
    String address = "/sign-in?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    return request.getHeaderString("HX-Request") == null
        ? Response.status(302).header("Location", address).build()
        : Response.status(401).header("HX-Redirect", "/sign-in").build();
  }

  private static String wanted(ContainerRequestContext request) {
    if (!"GET".equals(request.getMethod())) {
      return "";
    }
    UriInfo uri = request.getUriInfo();
    String query = uri.getRequestUri().getRawQuery();
    return uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }
}
