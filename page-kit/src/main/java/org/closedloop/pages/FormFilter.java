package org.closedloop.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Before every form posted to a {@link SignedIn} resource: was it made for this session? */
class FormFilter {

  /** Where forms bring their token along. */
  static final String FIELD = "_csrf";

  /** Where htmx does. */
  private static final String HEADER = "X-CSRF-Token";

  private final Html html;

  FormFilter(Html html) {
    this.html = html;
  }

  /** Refuses a form of another session or none. */
  @SignedIn
  @ServerRequestFilter(readBody = true)
  public Optional<Response> judge(ResteasyReactiveContainerRequestContext request) {
    Viewer viewer = Viewer.of(request);
    if (viewer == null || safe(request.getMethod()) || Seal.same(viewer.csrf(), shown(request))) {
      return Optional.empty();
    }
    return Optional.of(html.formOfAnother(viewer));
  }

  private static boolean safe(String method) {
    return "GET".equals(method) || "HEAD".equals(method);
  }

  private static String shown(ContainerRequestContext request) {
    String header = request.getHeaderString(HEADER);
    if (header != null) {
      return header;
    }
    return CurrentRequestManager.get().getFormParameter(FIELD, true, false) instanceof String text
        ? text
        : null;
  }
}
