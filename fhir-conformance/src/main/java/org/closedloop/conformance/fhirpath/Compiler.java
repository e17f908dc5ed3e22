package org.closedloop.conformance.fhirpath;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.fhirpath.Part.Reach;

/** Turns one expression into a {@link FhirPath}: operators by precedence, the loosest first. */
final class Compiler {

  private static final int DEEPEST = 100;
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("implies"),
          List.of("or", "xor"),
          List.of("and"),
          List.of("in", "contains"),
          List.of("=", "~", "!=", "!~"),
          List.of("<=", "<", ">", ">="),
          List.of("|"),
          List.of("is", "as"),
          List.of("+", "-", "&"),
          List.of("*", "/", "div", "mod"));

  private final String source;
  private final Words words;
  private int depth;

  Compiler(String source) {
    this.source = source;
    this.words = new Words(Lexer.tokens(source));
  }

  Compilation compile() {
    Part whole = expression();
    if (!words.isAtEnd()) {
      words.refuse("'" + words.peek().text() + "' is not expected there");
    }
    return words.refusal() == null
        ? new Compilation.Compiled(new FhirPath(source, whole.expression()))
        : new Compilation.Refused(words.refusal());
  }

  Part expression() {
    depth++;
    Part part = depth > DEEPEST ? words.refuse("it is nested too deeply") : operation(0);
    depth--;
    return part;
  }

  private Part operation(int level) {
    if (level == OPERATORS.size()) {
      return unary();
    }
    Part left = operation(level + 1);
    while (OPERATORS.get(level).contains(operator())) {
      String operator = words.next().text();
      left =
          operator.equals("is") || operator.equals("as")
              ? TypeTests.operator(operator, left, typeName())
              : binary(operator, left, operation(level + 1));
    }
    return left;
  }

  private String operator() {
    return words.peek().kind() == Token.Kind.QUOTED || words.peek().kind() == Token.Kind.STRING
        ? ""
        : words.peek().text();
  }

  private Part binary(String operator, Part left, Part right) {
    Part first = operator.equals("contains") ? Remembered.of(left) : left;
    Part second = operator.equals("in") ? Remembered.of(right) : right;
    Reach reach = left.reach().and(right.reach());
    Expression expression = Operators.of(operator, first.expression(), second.expression());
    return operator.equals("|") && reach == Reach.CONSTANT
        ? Part.constant(expression.eval(Nothing.NOTHING, null))
        : new Part(expression, reach.and(Reach.RESOURCE));
  }

  private Part unary() {
    if (words.take("-")) {
      Part operand = unary();
      return new Part(Arithmetic.negate(operand.expression()), operand.reach());
    }
    words.take("+");
    return path();
  }

  private Part path() {
    Part part = new Terms(this, words).term();
    while (true) {
      if (words.take(".")) {
        part = step(part);
      } else if (words.take("[")) {
        Part index = expression();
        words.expect("]");
        Expression base = part.expression();
        part = new Part(Subsets.index(base, index.expression()), part.reach().and(index.reach()));
      } else {
        return part;
      }
    }
  }

  private Part step(Part base) {
    if (!words.peek().isName()) {
      return words.refuse("a name is expected after '.'");
    }
    Token name = words.next();
    if (words.peek().is("(")) {
      return call(base, name.text());
    }
    return new Part(new Chain(base.expression(), new Step(name.text())), notConstant(base));
  }

  private static Reach notConstant(Part base) {
    return base.reach().and(Reach.RESOURCE);
  }

  /** A function applied to what stands before it. */
  Part call(Part base, String name) {
    words.expect("(");
    if (TypeTests.isFunction(name)) {
      Part tested = TypeTests.function(name, base, typeName());
      words.expect(")");
      return tested;
    }
    FunctionDefinition function = Functions.find(name);
    if (function == null) {
      return words.refuse("the function " + name + "() is not supported");
    }
    List<Part> arguments = arguments();
    if (arguments.size() < function.least() || arguments.size() > function.most()) {
      return words.refuse("the function " + name + "() has not the right number of arguments");
    }
    Expression made = function.make(new Arguments(name, arguments, words));
    Reach reach = notConstant(base);
    for (Part argument : arguments) {
      // A criterion looks at the items it is given, which come from the base.
      reach = function.criteria() ? reach : reach.and(argument.reach());
    }
    return new Part(new Chain(base.expression(), made), reach);
  }

  private List<Part> arguments() {
    List<Part> arguments = new ArrayList<>();
    if (words.take(")")) {
      return arguments;
    }
    do {
      arguments.add(expression());
    } while (words.take(","));
    words.expect(")");
    return arguments;
  }

  private String typeName() {
    boolean bracket = words.take("(");
    StringBuilder name = new StringBuilder(words.name());
    if (words.take(".")) {
      name.append('.').append(words.name());
    }
    if (bracket) {
      words.expect(")");
    }
    if (!TypeNames.isKnown(name.toString())) {
      words.refuse("'" + name + "' is not a type of FHIR R4");
    }
    return TypeNames.plain(name.toString());
  }
}
