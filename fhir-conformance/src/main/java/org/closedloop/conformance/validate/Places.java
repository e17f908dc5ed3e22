package org.closedloop.conformance.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.Reading;

/** Tells people what stands where a finding points: entry 13 says little, a Consent more. */
public final class Places {

  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d{1,6})])?");
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,40}");

  private Places() {}

  /**
   * Type of the innermost resource on the way.
   *
   * @param expression of a finding on this message
   * @return empty when there is none
   */
  public static String resourceType(Reading message, String expression) {
    if (!(message instanceof Reading.Readable(FhirTree tree))) {
      return "";
    }
    JsonNode here = tree.root();
    String type = "";
    String[] steps = expression.split("\\.");
    for (int i = 1; i < steps.length; i++) {
      here = step(here, steps[i]);
      String found = Nodes.text(here, "resourceType");
      type = found != null && TYPE.matcher(found).matches() ? found : type;
    }
    return type;
  }

  private static JsonNode step(JsonNode from, String step) {
    Matcher parts = STEP.matcher(step);
    if (!parts.matches()) {
      return from;
    }
    JsonNode member = from.path(parts.group(1));
    return parts.group(2) == null ? member : member.path(Integer.parseInt(parts.group(2)));
  }
}
