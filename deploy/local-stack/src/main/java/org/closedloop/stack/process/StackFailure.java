package org.closedloop.stack.process;

/**
 * The machine does not allow what was asked: a port is taken, the disk is full, a process died. The
 * message is a sentence for people and is all they see unless they ask for {@code --debug}.
 */
public final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackFailure(String sentence) {
    super(sentence);
  }

  public StackFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
