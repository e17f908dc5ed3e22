package org.closedloop.conformance.fhirpath;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.closedloop.conformance.fhirpath.Scalar.Amount;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Num;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/** What an expression or a sub-expression can start with. */
final class Terms {

  private static final Set<String> CALENDAR =
      Set.of("year", "month", "week", "day", "hour", "minute", "second", "millisecond");

  private final Compiler compiler;
  private final Words words;

  Terms(Compiler compiler, Words words) {
    this.compiler = compiler;
    this.words = words;
  }

  Part term() {
    Token token = words.next();
    return switch (token.kind()) {
      case STRING -> Part.constant(new Text(token.text()));
      case NUMBER -> number(token.text());
      case MOMENT -> moment(token.text());
      case VARIABLE -> Variables.of(token.text(), words);
      case QUOTED -> named(token.text());
      case WORD -> word(token.text());
      case SYMBOL -> bracket(token.text());
      case END -> words.refuse("it ends too early");
    };
  }

  private Part word(String word) {
    return switch (word) {
      case "true" -> Part.constant(Bool.TRUE);
      case "false" -> Part.constant(Bool.FALSE);
      case "$this" -> Part.input((input, run) -> run.self());
      case "$index" -> Part.input((input, run) -> Num.of(run.index()));
      default ->
          word.startsWith("$")
              ? words.refuse("the variable " + word + " is not supported")
              : named(word);
    };
  }

  private Part named(String name) {
    if (words.peek().is("(")) {
      return compiler.call(Part.input((input, run) -> input), name);
    }
    boolean type = Character.isUpperCase(name.charAt(0));
    return Part.input(type ? new TypeStep(name) : new Step(name));
  }

  private Part bracket(String symbol) {
    if (symbol.equals("(")) {
      Part inner = compiler.expression();
      words.expect(")");
      return inner;
    }
    if (symbol.equals("{")) {
      words.expect("}");
      return Part.constant(Nothing.NOTHING);
    }
    return words.refuse("'" + symbol + "' is not expected there");
  }

  private Part number(String digits) {
    BigDecimal value = new BigDecimal(digits);
    Token next = words.peek();
    if (next.kind() == Token.Kind.STRING) {
      return Part.constant(new Amount(value, words.next().text()));
    }
    if (next.kind() == Token.Kind.WORD && CALENDAR.contains(singular(next.text()))) {
      return Part.constant(new Amount(value, singular(words.next().text())));
    }
    return Part.constant(new Num(value, digits.indexOf('.') < 0));
  }

  private static String singular(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private Part moment(String text) {
    Optional<Moment> moment =
        text.startsWith("T") ? Moment.time(text.substring(1)) : Moment.dateTime(text);
    return moment.isPresent()
        ? Part.constant(moment.get())
        : words.refuse("@" + text + " is no date or time");
  }
}
