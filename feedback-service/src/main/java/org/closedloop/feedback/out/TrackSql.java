package org.closedloop.feedback.out;

import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.StatusGroup;

/** The statements behind a hospital's list, each along an index of V6.1. */
final class TrackSql {

  private static final String CLOSED =
      "from referral where initiator = :party and closed_at is not null"
          + " order by closed_at desc limit "
          + ReferralPage.CLOSED_AT_MOST;

  /** How many are alike; of the closed only the latest are looked at. */
  static final String COUNTS =
      """
      select status, business_status, overdue,
        case when accepted_at > now() - interval '7 days' then 'week'
             when accepted_at > now() - interval '30 days' then 'month'
             else 'older' end as age,
        count(*)
      from referral where initiator = :party and closed_at is null
      group by 1, 2, 3, 4
      union all
      select status, business_status, false, null, count(*)
      from (select status, business_status %s) as closed
      group by 1, 2
      """
          .formatted(CLOSED);

  /** By id or number. */
  static final String SEARCH =
      """
      select * from referral
      where initiator = :party
        and (id = :id or service_value = :number or task_value = :number)
      order by closed_at is not null, accepted_at desc, id
      limit :size
      """;

  private static final String OPEN_LINES =
      """
      select * from referral
      where initiator = :party and closed_at is null and %s
        and accepted_at <= now() - make_interval(days => :from)
        and accepted_at > now() - make_interval(days => :until)
      order by overdue desc, accepted_at, id
      limit :size offset :skip
      """;

  private static final String CLOSED_LINES =
      """
      select * from (select * %s) as closed
      where %s
      order by closed_at desc, id
      limit :size offset :skip
      """;

  private TrackSql() {}

  /** A page of a group; those of what is open ask for {@code from} and {@code until} in days. */
  static String lines(StatusGroup group) {
    return group.closed()
        ? CLOSED_LINES.formatted(CLOSED, condition(group))
        : OPEN_LINES.formatted(condition(group));
  }

  /** As {@link StatusGroup#holds} says it. */
  private static String condition(StatusGroup group) {
    return switch (group) {
      case OPEN -> "true";
      case OVERDUE -> "overdue";
      case WAITING -> "status = 'received'";
      case ACTIVE -> "(status = 'accepted' or status = 'in-progress' and business_status <> '5.2')";
      case CANCELLING -> "status = 'in-progress' and business_status = '5.2'";
      case COMPLETED -> "status = 'completed'";
      case ENDED -> "status <> 'completed'";
    };
  }
}
