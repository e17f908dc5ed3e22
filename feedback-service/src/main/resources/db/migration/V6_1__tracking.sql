-- A hospital's list: the open overdue first, then oldest first; the closed latest first. Neither
-- holds a column that changes while a referral is under way, but overdue, which seldom does.
create index referral_track_open on referral (initiator, overdue desc, accepted_at)
  where closed_at is null;
create index referral_track_closed on referral (initiator, closed_at desc)
  where closed_at is not null;
