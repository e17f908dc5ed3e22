package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Num;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/** Functions of one text (FHIRPath 5.6); nothing of nothing. */
final class Strings {

  private Strings() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.ofEntries(
        Map.entry("length", plain(0, 0, a -> text(s -> Num.of(s.length())))),
        Map.entry("upper", plain(0, 0, a -> text(s -> new Text(s.toUpperCase(Locale.ROOT))))),
        Map.entry("lower", plain(0, 0, a -> text(s -> new Text(s.toLowerCase(Locale.ROOT))))),
        Map.entry("trim", plain(0, 0, a -> text(s -> new Text(s.strip())))),
        Map.entry("toChars", plain(0, 0, a -> text(s -> split(s, "")))),
        Map.entry(
            "startsWith", plain(1, 1, a -> tests(a, (s, other) -> Bool.of(s.startsWith(other))))),
        Map.entry("endsWith", plain(1, 1, a -> tests(a, (s, other) -> Bool.of(s.endsWith(other))))),
        Map.entry("contains", plain(1, 1, a -> tests(a, (s, other) -> Bool.of(s.contains(other))))),
        Map.entry("indexOf", plain(1, 1, a -> texts(a, (s, other) -> Num.of(s.indexOf(other))))),
        Map.entry("split", plain(1, 1, a -> texts(a, (s, other) -> split(s, other)))),
        Map.entry("join", plain(0, 1, Strings::join)),
        Map.entry("replace", plain(2, 2, Strings::replace)),
        Map.entry("substring", plain(1, 2, Strings::substring)));
  }

  /** The text of a single value: null when there is none, or none that has a text. */
  static String of(Values values) {
    if (values instanceof Node node) {
      return node.text();
    }
    return values instanceof Scalar scalar ? scalar.text() : null;
  }

  /** For questions: a primitive that has only extensions is there, and contains nothing. */
  static String orBlank(Values values) {
    String text = of(values);
    return text == null && values instanceof Node node && node.type().isPrimitive() ? "" : text;
  }

  interface OfText {
    Values apply(String text);
  }

  interface OfTexts {
    Values apply(String text, String other);
  }

  static Expression text(OfText function) {
    return (in, run) -> {
      String text = of(in);
      return text == null ? none(in, run) : function.apply(text);
    };
  }

  private static Expression tests(Arguments arguments, OfTexts question) {
    Expression argument = arguments.value(0);
    return (in, run) -> {
      String text = orBlank(in);
      String other = of(argument.eval(in, run));
      return text == null || other == null ? none(in, run) : question.apply(text, other);
    };
  }

  private static Expression texts(Arguments arguments, OfTexts function) {
    Expression argument = arguments.value(0);
    return (in, run) -> {
      String text = of(in);
      String other = of(argument.eval(in, run));
      return text == null || other == null ? none(in, run) : function.apply(text, other);
    };
  }

  /** More than one text is an error, no text is no answer. */
  private static Values none(Values input, Evaluation run) {
    return input.size() > 1 ? run.fail() : Nothing.NOTHING;
  }

  private static Values split(String text, String separator) {
    List<Value> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      parts.add(new Text(part));
    }
    return Many.of(parts);
  }

  private static Expression join(Arguments arguments) {
    Expression separator = arguments.size() == 0 ? (in, run) -> new Text("") : arguments.value(0);
    return (in, run) -> {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < in.size(); i++) {
        String text = of(in.get(i));
        texts.add(text == null ? "" : text);
      }
      String between = of(separator.eval(in, run));
      return between == null ? run.fail() : new Text(String.join(between, texts));
    };
  }

  private static Expression replace(Arguments arguments) {
    Expression pattern = arguments.value(0);
    Expression substitution = arguments.value(1);
    return (in, run) -> {
      String text = of(in);
      String from = of(pattern.eval(in, run));
      String to = of(substitution.eval(in, run));
      return text == null || from == null || to == null
          ? none(in, run)
          : new Text(text.replace(from, to));
    };
  }

  private static Expression substring(Arguments arguments) {
    Expression start = arguments.value(0);
    Expression length =
        arguments.size() == 1 ? (in, run) -> Num.of(Integer.MAX_VALUE) : arguments.value(1);
    return (in, run) -> {
      String text = of(in);
      if (text == null
          || !(start.eval(in, run) instanceof Num from)
          || !(length.eval(in, run) instanceof Num count)) {
        return none(in, run);
      }
      return substring(text, from.value(), count.value());
    };
  }

  private static Values substring(String text, BigDecimal from, BigDecimal count) {
    long start = from.longValue();
    if (start < 0 || start >= text.length()) {
      return Nothing.NOTHING;
    }
    long end = Math.min(text.length(), start + Math.max(0, count.longValue()));
    return new Text(text.substring((int) start, (int) end));
  }
}
