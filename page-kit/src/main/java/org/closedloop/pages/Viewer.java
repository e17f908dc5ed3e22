package org.closedloop.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.closedloop.core.directory.Role;

/**
 * Who is looking at a page.
 *
 * @param user sign-in name
 * @param name the person's name as shown
 * @param party id of the party the person acts for; the user's name for ops
 * @param role what the person may do
 * @param csrf what forms of this session bring along as {@code _csrf}
 */
public record Viewer(String user, String name, String party, Role role, String csrf) {

  private static final String PROPERTY = Viewer.class.getName();

  /** The person of a request to a {@link SignedIn} resource. */
  public static Viewer of(ContainerRequestContext request) {
    return (Viewer) request.getProperty(PROPERTY);
  }

  void putOn(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }
}
