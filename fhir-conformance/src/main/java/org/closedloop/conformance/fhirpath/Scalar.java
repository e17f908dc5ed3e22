package org.closedloop.conformance.fhirpath;

import java.math.BigDecimal;

/** A value of one of FHIRPath's own types. */
sealed interface Scalar extends Value
    permits Scalar.Bool, Scalar.Num, Scalar.Text, Scalar.Amount, Moment {

  /** {@code System.Boolean}. */
  enum Bool implements Scalar {
    TRUE,
    FALSE;

    static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }

    @Override
    public String text() {
      return this == TRUE ? "true" : "false";
    }

    @Override
    public String typeName() {
      return "Boolean";
    }
  }

  /**
   * {@code System.Integer} or {@code System.Decimal}.
   *
   * @param whole whether it is an Integer
   */
  record Num(BigDecimal value, boolean whole) implements Scalar {

    static Num of(long value) {
      return new Num(BigDecimal.valueOf(value), true);
    }

    static Num decimal(BigDecimal value) {
      return new Num(value, false);
    }

    @Override
    public String text() {
      return value.toPlainString();
    }

    @Override
    public String typeName() {
      return whole ? "Integer" : "Decimal";
    }

    @Override
    public Object key() {
      return value.stripTrailingZeros();
    }
  }

  /** {@code System.String}. */
  record Text(String text) implements Scalar {

    @Override
    public String typeName() {
      return "String";
    }

    @Override
    public Object key() {
      return text;
    }
  }

  /**
   * {@code System.Quantity}.
   *
   * @param unit UCUM code or other unit, empty when it has none
   */
  record Amount(BigDecimal value, String unit) implements Scalar {

    @Override
    public String text() {
      return value.toPlainString() + (unit.isEmpty() ? "" : " '" + unit + "'");
    }

    @Override
    public String typeName() {
      return "Quantity";
    }

    @Override
    public Object key() {
      return new Amount(value.stripTrailingZeros(), unit);
    }
  }

  /** As {@code toString()} writes it. */
  String text();

  /** Its type in the namespace System. */
  String typeName();

  @Override
  default Scalar scalar() {
    return this;
  }

  @Override
  default Object key() {
    return this;
  }
}
