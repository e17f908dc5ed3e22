package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.core.fhir.Narrative;

/** What FHIR adds to the language (R4, fhirpath.html), and the clock. */
final class FhirFunctions {

  private FhirFunctions() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.of(
        "hasValue", plain(0, 0, a -> (in, run) -> Bool.of(hasValue(in))),
        "getValue", plain(0, 0, a -> (in, run) -> hasValue(in) ? in : Nothing.NOTHING),
        "extension", plain(1, 1, a -> extension(a.value(0))),
        "resolve", plain(0, 0, a -> FhirFunctions::resolve),
        "htmlChecks", plain(0, 0, a -> FhirFunctions::htmlChecks),
        "now", plain(0, 0, a -> (in, run) -> Moment.now(run.session().now())),
        "today", plain(0, 0, a -> (in, run) -> Moment.today(run.session().now())),
        "timeOfDay", plain(0, 0, a -> (in, run) -> Moment.timeOfDay(run.session().now())));
  }

  private static boolean hasValue(Values values) {
    return values instanceof Scalar || (values instanceof Node node && node.hasValue());
  }

  private static Expression extension(Expression url) {
    Step extensions = new Step("extension");
    return (in, run) -> {
      String wanted = Strings.of(url.eval(in, run));
      Values all = extensions.eval(in, run);
      List<Value> found = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof Node node && node.json().path("url").asText("").equals(wanted)) {
          found.add(node);
        }
      }
      return Many.of(found);
    };
  }

  private static Values resolve(Values input, Evaluation run) {
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < input.size() && run.spend(1); i++) {
      String reference = reference(input.get(i));
      if (reference != null) {
        run.session().resolver().resolve(reference, run.focus()).ifPresent(found::add);
      }
    }
    return Many.of(found);
  }

  private static String reference(Value value) {
    if (value instanceof Node node && !node.type().isPrimitive()) {
      JsonNode reference = node.json().get("reference");
      return reference == null ? null : reference.textValue();
    }
    return Strings.of(value);
  }

  private static Values htmlChecks(Values input, Evaluation run) {
    String div = Strings.of(input);
    return div == null ? Bool.FALSE : Bool.of(Narrative.problem(div).equals(Optional.empty()));
  }
}
