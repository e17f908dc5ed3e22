package org.closedloop.pages;

import org.closedloop.core.directory.Role;

/**
 * Somebody who can sign in.
 *
 * @param user sign-in name
 * @param name name as shown
 * @param party party id
 * @param role what the person may do
 */
record Person(String user, String name, String party, Role role) {

  Viewer looking(String csrf) {
    return new Viewer(user, name, party, role, csrf);
  }
}
