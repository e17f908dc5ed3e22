package org.closedloop.stack.cli;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.KeptSize;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.part.StackSize;
import org.closedloop.stack.process.StackFailure;

/**
 * Gives a stack another number of some parts.
 *
 * @param settings as it is
 * @param out told what is ended
 */
record Resizing(StackSettings settings, Console out) {

  /**
   * The stack of the new size, which is kept; instances that are too many are ended.
   *
   * @throws StackFailure when its data or what runs does not allow it; then nothing has changed
   */
  LocalStack to(StackSize size) {
    LocalStack next = new LocalStack(settings.withSize(size), out::say);
    if (!size.equals(settings.size())) {
      LocalStack present = new LocalStack(settings, out::say);
      new KeptSize(settings.data()).write(size);
      tooMany(present, next).forEach(present::stop);
    }
    return next;
  }

  private static List<String> tooMany(LocalStack present, LocalStack next) {
    List<String> names = new ArrayList<>(present.services());
    names.removeAll(next.services());
    return names;
  }
}
