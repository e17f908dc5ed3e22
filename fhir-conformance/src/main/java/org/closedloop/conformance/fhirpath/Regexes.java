package org.closedloop.conformance.fhirpath;

import static org.closedloop.conformance.fhirpath.FunctionDefinition.plain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.closedloop.conformance.fhirpath.Scalar.Bool;
import org.closedloop.conformance.fhirpath.Scalar.Text;

/**
 * Functions with a regular expression. It has to be a literal: compiled once, and never taken from
 * the message. {@code matches} finds a part of the text, as HL7's engine does.
 */
final class Regexes {

  private Regexes() {}

  static Map<String, FunctionDefinition> functions() {
    return Map.of(
        "matches", plain(1, 1, a -> test(a, Matcher::find)),
        "matchesFull", plain(1, 1, a -> test(a, Matcher::matches)),
        "replaceMatches", plain(2, 2, Regexes::replace));
  }

  private interface Question {
    boolean ask(Matcher matcher);
  }

  private static Expression test(Arguments arguments, Question question) {
    Pattern pattern = pattern(arguments);
    return (in, run) -> onText(in, run, pattern, matcher -> Bool.of(question.ask(matcher)));
  }

  private static Expression replace(Arguments arguments) {
    Pattern pattern = pattern(arguments);
    String replacement = arguments.literal(1);
    if (replacement == null) {
      return arguments.refuse("needs a literal replacement");
    }
    return (in, run) ->
        onText(in, run, pattern, matcher -> new Text(matcher.replaceAll(replacement)));
  }

  private interface Use {
    Values of(Matcher matcher);
  }

  private static Values onText(Values input, Evaluation run, Pattern pattern, Use use) {
    String text = Strings.orBlank(input);
    if (text == null) {
      return input.size() > 1 ? run.fail() : Nothing.NOTHING;
    }
    try {
      return use.of(pattern.matcher(new MeteredText(text, run)));
    } catch (MeteredText.UsedUpException | StackOverflowError e) {
      // A text made to keep a regular expression busy, or deeper than it can look.
      run.session().budget().exhaust();
      return Nothing.NOTHING;
    }
  }

  /** A pattern that cannot be used is refused; the one returned then matches nothing. */
  private static Pattern pattern(Arguments arguments) {
    String regex = arguments.literal(0);
    try {
      if (regex != null) {
        return Pattern.compile(regex, Pattern.DOTALL);
      }
      arguments.refuse("needs a literal regular expression");
    } catch (PatternSyntaxException e) {
      arguments.refuse("has no valid regular expression");
    }
    return Pattern.compile("(?!)");
  }
}
