package org.closedloop.conformance.profile;

import java.util.List;

/**
 * A compiled profile.
 *
 * @param url canonical URL
 * @param name short name for people
 * @param type resource or data type it is about
 * @param contexts where an extension may stand, in element paths; empty for anywhere
 * @param root what it says
 */
record Profile(String url, String name, String type, List<String> contexts, ProfileNode root) {

  boolean isExtension() {
    return type.equals("Extension");
  }
}
