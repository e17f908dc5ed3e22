-- Callbacks by the patience of the party; what is published is remembered bit by bit; overdue.

-- PUSH: to the initiator's address. TOPIC: to its topic, where the direct way failed.
alter table callback add column channel varchar not null default 'PUSH';
-- Attempts since it was begun, or replayed; attempts counts all.
alter table callback add column tries integer not null default 0;
alter table callback add column first_tried_at timestamp(6) with time zone;
alter table callback add column parked_word varchar;
alter table callback add column created_at timestamp(6) with time zone not null default now();
-- Whether the timers know already that it was not told in time.
alter table callback add column watched boolean not null default false;

drop index callback_due;
create index callback_due on callback (party, next_at) where state = 'OPEN';
drop index callback_unfinished;
create index callback_unfinished on callback (referral_id, sequence)
  where state in ('OPEN', 'PARKED');
create index callback_unwatched on callback (created_at)
  where state in ('OPEN', 'PARKED') and not watched;

-- Set where the journal and the party have it and only referral.status does not.
alter table event add column journaled_at timestamp(6) with time zone;
-- By the database's clock, so that a wrong clock of an instance delays no sweep.
alter table event add column written_at timestamp(6) with time zone not null default now();
drop index event_unpublished;
create index event_unpublished on event (referral_id, written_at) where published_at is null;

-- When the timers look at it next; null when nothing can become late.
alter table referral add column check_at timestamp(6) with time zone;
alter table referral add column overdue boolean not null default false;
update referral set check_at = now() where closed_at is null;
create index referral_check on referral (check_at) where check_at is not null;
create index referral_open on referral (delivery, recorded_at) where closed_at is null;

create table overdue (
  id          uuid primary key,
  referral_id uuid not null references referral,
  use_case    varchar not null,
  stage       varchar not null,
  turn        varchar not null,
  due_at      timestamp(6) with time zone not null,
  raised_at   timestamp(6) with time zone not null,
  cleared_at  timestamp(6) with time zone,
  -- False until referral.status has what was raised or cleared.
  told        boolean not null,
  unique (referral_id, stage)
);
create index overdue_open on overdue (due_at) where cleared_at is null;
create index overdue_untold on overdue (raised_at) where not told;
