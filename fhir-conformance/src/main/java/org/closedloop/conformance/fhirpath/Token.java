package org.closedloop.conformance.fhirpath;

/**
 * A word of an expression.
 *
 * @param text as it means: a string without quotes and escapes, a name without backticks
 */
record Token(Kind kind, String text) {

  enum Kind {
    /** A name or keyword; a quoted name is {@link #QUOTED}. */
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    /** A date or time, without the {@code @}. */
    MOMENT,
    /** A variable, without the {@code %}. */
    VARIABLE,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
