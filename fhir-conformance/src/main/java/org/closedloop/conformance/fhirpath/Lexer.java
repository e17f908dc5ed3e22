package org.closedloop.conformance.fhirpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closedloop.conformance.fhirpath.Token.Kind;

/** Cuts an expression into words (FHIRPath 2.0.0, appendix B, grammar). */
final class Lexer {

  private static final Pattern WORDS =
      Pattern.compile(
          "\\s+|//[^\\n]*|/\\*.*?\\*/" // nothing
              + "|(?<word>\\$?[A-Za-z_][A-Za-z0-9_]*)"
              + "|`(?<quoted>(?:[^`\\\\]|\\\\.)*)`"
              + "|'(?<string>(?:[^'\\\\]|\\\\.)*)'|\"(?<string2>(?:[^\"\\\\]|\\\\.)*)\""
              + "|(?<number>\\d+(?:\\.\\d+)?)"
              + "|@(?<moment>T?\\d[0-9:+.TZ-]*(?<!\\.))"
              + "|%(?<variable>[A-Za-z][A-Za-z0-9_-]*|`[^`]*`|'[^']*')"
              + "|(?<symbol><=|>=|!=|!~|[-+*/&|<>=~.,()\\[\\]{}])",
          Pattern.DOTALL);

  private Lexer() {}

  /** The words with an END behind; null when there is something that is none. */
  static List<Token> tokens(String expression) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORDS.matcher(expression);
    int position = 0;
    while (position < expression.length()) {
      matcher.region(position, expression.length());
      if (!matcher.lookingAt()) {
        return null;
      }
      add(tokens, matcher);
      position = matcher.end();
    }
    tokens.add(new Token(Kind.END, "the end"));
    return tokens;
  }

  private static void add(List<Token> tokens, Matcher matcher) {
    add(tokens, Kind.WORD, matcher.group("word"));
    add(tokens, Kind.QUOTED, unescape(matcher.group("quoted")));
    add(tokens, Kind.STRING, unescape(matcher.group("string")));
    add(tokens, Kind.STRING, unescape(matcher.group("string2")));
    add(tokens, Kind.NUMBER, matcher.group("number"));
    add(tokens, Kind.MOMENT, matcher.group("moment"));
    add(tokens, Kind.VARIABLE, matcher.group("variable"));
    add(tokens, Kind.SYMBOL, matcher.group("symbol"));
  }

  private static void add(List<Token> tokens, Kind kind, String text) {
    if (text != null) {
      tokens.add(new Token(kind, text));
    }
  }

  private static String unescape(String text) {
    if (text == null || text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else {
        i++;
        char escaped = text.charAt(i);
        if (escaped == 'u' && i + 4 < text.length()) {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        } else {
          plain.append(character(escaped));
        }
      }
    }
    return plain.toString();
  }

  private static char character(char escaped) {
    return switch (escaped) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> escaped;
    };
  }
}
