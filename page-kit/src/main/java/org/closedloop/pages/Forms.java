package org.closedloop.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What was typed into a form whose boxes are not known beforehand. */
public final class Forms {

  private static final int LONGEST = 20_000;

  private Forms() {}

  /**
   * All that a form brings along, the first value of each name; what is longer than anybody types
   * is cut. The resource's method must have a form parameter, so that the body is read as a form.
   */
  public static Map<String, String> values(ContainerRequestContext request) {
    Map<String, String> values = new HashMap<>();
    FormData form = context(request).getFormData();
    if (form != null) {
      for (String name : form) {
        String value = form.getFirst(name).getValue();
        values.put(name, value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    return values;
  }

  static ResteasyReactiveRequestContext context(ContainerRequestContext request) {
    return (ResteasyReactiveRequestContext)
        ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
  }
}
