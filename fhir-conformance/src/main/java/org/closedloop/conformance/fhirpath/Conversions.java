package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closedloop.conformance.fhirpath.Scalar.Amount;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Num;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/** {@code toX()} and {@code convertsToX()} (FHIRPath 5.5): nothing where it cannot be converted. */
final class Conversions {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,100}(?:\\.\\d{1,100})?");
  private static final Pattern QUANTITY =
      Pattern.compile("([+-]?\\d{1,100}(?:\\.\\d{1,100})?)\\s*(?:'([^']+)'|([a-z]+))?");

  private Conversions() {}

  static Map<String, FunctionDefinition> functions() {
    Map<String, FunctionDefinition> functions = new HashMap<>();
    add(functions, "Boolean", Conversions::toBoolean);
    add(functions, "Integer", Conversions::toInteger);
    add(functions, "Decimal", Conversions::toDecimal);
    add(functions, "String", scalar -> Optional.of(new Text(scalar.text())));
    add(functions, "Date", scalar -> date(scalar.text()));
    add(functions, "DateTime", scalar -> Moment.dateTime(scalar.text()).map(m -> m));
    add(functions, "Time", scalar -> Moment.time(scalar.text()).map(m -> m));
    add(functions, "Quantity", Conversions::toQuantity);
    return functions;
  }

  private static void add(
      Map<String, FunctionDefinition> functions,
      String type,
      Function<Scalar, Optional<? extends Scalar>> conversion) {
    functions.put(
        "to" + type,
        plain(
            0,
            0,
            a -> (in, run) -> convert(in, run, conversion).map(Values.class::cast).orElse(none())));
    functions.put(
        "convertsTo" + type,
        plain(
            0,
            0,
            a ->
                (in, run) ->
                    in.isEmpty() ? none() : Bool.of(convert(in, run, conversion).isPresent())));
  }

  private static Values none() {
    return Nothing.NOTHING;
  }

  private static Optional<? extends Scalar> convert(
      Values input, Evaluation run, Function<Scalar, Optional<? extends Scalar>> conversion) {
    if (input.size() > 1) {
      run.fail();
    }
    return input instanceof Value value && value.scalar() != null
        ? conversion.apply(value.scalar())
        : Optional.empty();
  }

  private static Optional<? extends Scalar> toBoolean(Scalar scalar) {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1", "1.0" -> Optional.of(Bool.TRUE);
      case "false", "f", "no", "n", "0", "0.0" -> Optional.of(Bool.FALSE);
      default -> Optional.empty();
    };
  }

  private static Optional<? extends Scalar> toInteger(Scalar scalar) {
    if (scalar instanceof Bool bool) {
      return Optional.of(Num.of(bool == Bool.TRUE ? 1 : 0));
    }
    return INTEGER.matcher(scalar.text()).matches()
        ? Optional.of(Num.of(Long.parseLong(scalar.text())))
        : Optional.empty();
  }

  private static Optional<? extends Scalar> toDecimal(Scalar scalar) {
    if (scalar instanceof Bool bool) {
      return Optional.of(Num.decimal(bool == Bool.TRUE ? BigDecimal.ONE : BigDecimal.ZERO));
    }
    return DECIMAL.matcher(scalar.text()).matches()
        ? Optional.of(Num.decimal(new BigDecimal(scalar.text())))
        : Optional.empty();
  }

  private static Optional<? extends Scalar> date(String text) {
    int time = text.indexOf('T');
    return Moment.dateTime(time < 0 ? text : text.substring(0, time));
  }

  private static Optional<? extends Scalar> toQuantity(Scalar scalar) {
    if (scalar instanceof Amount) {
      return Optional.of(scalar);
    }
    Matcher matcher = QUANTITY.matcher(scalar.text());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return Optional.of(new Amount(new BigDecimal(matcher.group(1)), unit == null ? "1" : unit));
  }
}
