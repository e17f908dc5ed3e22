package org.closedloop.pages;

import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** What was typed into a form whose boxes are not known beforehand. */
public final class Forms {

  private static final int LONGEST = 20_000;

  private Forms() {}

  /**
   * All that the present request's form brings along, the first value of each name; what is longer
   * than anybody types is cut. The resource's method must have a form parameter, so that the body
   * is read as a form.
   */
  public static Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    FormData form = CurrentRequestManager.get().getFormData();
    if (form != null) {
      for (String name : form) {
        String value = form.getFirst(name).getValue();
        values.put(name, value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    return values;
  }
}
