package org.closedloop.core.state;

/**
 * Where a referral stands.
 *
 * @param status Task.status
 * @param businessStatus Task.businessStatus, null only for {@link #NONE}
 */
public record ReferralState(TaskStatus status, BusinessStatus businessStatus) {

  /** Before row 01: there is no referral yet. */
  public static final ReferralState NONE = new ReferralState(TaskStatus.DRAFT, null);

  /** For instance {@code in-progress/5.1.1}. */
  @Override
  public String toString() {
    return businessStatus == null ? status.code() : status.code() + "/" + businessStatus.code();
  }

  /** True when no row leaves this state. */
  public boolean terminal() {
    return status.terminal();
  }
}
