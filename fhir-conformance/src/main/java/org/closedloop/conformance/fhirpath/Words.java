package org.closedloop.conformance.fhirpath;

import java.util.List;
import org.closedloop.conformance.fhirpath.Token.Kind;

/** The words of an expression on the way through, and why it is refused, if it is. */
final class Words {

  private static final Token END = new Token(Kind.END, "the end");

  private final List<Token> tokens;
  private int position;
  private String refusal;

  /**
   * @param tokens null when the expression could not be cut into words
   */
  Words(List<Token> tokens) {
    this.tokens = tokens == null ? List.of(END) : tokens;
    if (tokens == null) {
      refuse("it has a character that FHIRPath does not know");
    }
  }

  Token peek() {
    return tokens.get(position);
  }

  Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Kind.END) {
      position++;
    }
    return token;
  }

  boolean isAtEnd() {
    return peek().kind() == Kind.END;
  }

  /** Goes past a symbol or keyword when it stands here. */
  boolean take(String symbol) {
    boolean there = peek().is(symbol);
    if (there) {
      position++;
    }
    return there;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      refuse("'" + symbol + "' is expected before '" + peek().text() + "'");
    }
  }

  /** The name that must stand here. */
  String name() {
    if (!peek().isName()) {
      refuse("a name is expected before '" + peek().text() + "'");
    }
    return next().text();
  }

  /** Keeps the first reason and goes to the end, so that nothing more is read. */
  Part refuse(String reason) {
    if (refusal == null) {
      refusal = reason;
    }
    position = tokens.size() - 1;
    return Part.input((input, run) -> run.fail());
  }

  /** Null when nothing is wrong. */
  String refusal() {
    return refusal;
  }
}
