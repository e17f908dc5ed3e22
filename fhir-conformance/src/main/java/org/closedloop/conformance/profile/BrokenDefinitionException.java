package org.closedloop.conformance.profile;

/** A profile that cannot be used: the gate must not start with it. */
public final class BrokenDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenDefinitionException(String message) {
    super(message);
  }

  BrokenDefinitionException(String message, Throwable cause) {
    super(message, cause);
  }
}
