package org.closedloop.stack.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.token.TokenRequest;

/**
 * {@code token <party>|ops [--role initiator|recipient]}: prints a bearer token and nothing else.
 */
public final class TokenCommand implements Command {

  private static final String USAGE = "Say for whom: ./bser token <party>|ops [--role <role>]";

  private final StackSettings settings;

  public TokenCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    LocalStack stack = new LocalStack(settings, out::say);
    TokenRequest wanted = TokenRequest.of(subject(args), role(args), stack.directory());
    out.answer(stack.issuer().token(wanted.subject(), wanted.role()));
    return 0;
  }

  private static String subject(List<String> args) {
    if (args.isEmpty() || args.get(0).startsWith("-")) {
      throw new Arguments.Wrong(USAGE);
    }
    return args.get(0);
  }

  private static Optional<Role> role(List<String> args) {
    if (args.size() == 1) {
      return Optional.empty();
    }
    if (args.size() != 3 || !args.get(1).equals("--role")) {
      throw new Arguments.Wrong(USAGE);
    }
    Optional<Role> role =
        Arrays.stream(Role.values()).filter(r -> r.word().equals(args.get(2))).findFirst();
    return role.or(
        () -> {
          throw new Arguments.Wrong(USAGE);
        });
  }
}
