package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.closedloop.core.outcome.Finding;

/** Findings as an OperationOutcome: rule id in details, plain sentence in details.text. */
final class OutcomeWriter {

  /** System of the rule ids in issue.details.coding. */
  static final String RULES = "urn:closedloop:rules";

  private OutcomeWriter() {}

  static ObjectNode write(List<Finding> findings) {
    ObjectNode outcome = JsonNodeFactory.instance.objectNode();
    outcome.put("resourceType", "OperationOutcome");
    ArrayNode issues = outcome.putArray("issue");
    findings.forEach(finding -> write(finding, issues.addObject()));
    return outcome;
  }

  private static void write(Finding finding, ObjectNode issue) {
    issue.put("severity", finding.severity().code());
    issue.put("code", finding.type());
    ObjectNode details = issue.putObject("details");
    details.putArray("coding").addObject().put("system", RULES).put("code", finding.ruleId());
    details.put("text", finding.text());
    issue.put("diagnostics", "[" + finding.ruleId() + "] " + finding.text());
    if (!finding.expression().isEmpty()) {
      issue.putArray("expression").add(finding.expression());
    }
  }
}
