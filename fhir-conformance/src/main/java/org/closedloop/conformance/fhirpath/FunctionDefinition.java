package org.closedloop.conformance.fhirpath;

import java.util.function.Function;

/**
 * A function of the language.
 *
 * @param least fewest arguments
 * @param most most arguments
 * @param criteria whether its arguments are evaluated for each item of its input
 * @param maker makes the expression that is applied to the input
 */
record FunctionDefinition(
    int least, int most, boolean criteria, Function<Arguments, Expression> maker) {

  static FunctionDefinition plain(int least, int most, Function<Arguments, Expression> maker) {
    return new FunctionDefinition(least, most, false, maker);
  }

  static FunctionDefinition criterion(int least, int most, Function<Arguments, Expression> maker) {
    return new FunctionDefinition(least, most, true, maker);
  }

  Expression make(Arguments arguments) {
    return maker.apply(arguments);
  }
}
