package org.closedloop.feedback.out;

/**
 * A claim broke our own code: it is kept aside for people, because to try it again would stop all
 * claims behind it for ever. Quotes nothing of the claim.
 */
public final class UndecidableClaimException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecidableClaimException(Throwable cause) {
    super(cause.getClass().getName() + " at " + place(cause), null, false, false);
  }

  private static String place(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length == 0 ? "unknown" : trace[0].toString();
  }
}
