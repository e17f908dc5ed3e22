-- Each lease has a number of its own; attempts counts what really went out.
alter table delivery add column leases integer not null default 0;
-- When the attempts that count for giving up began, and how many there were before them.
alter table delivery add column tried_since timestamptz;
alter table delivery add column tries_before integer not null default 0;
-- How long something parked waits for a person; then it is given up.
alter table delivery add column parked_until timestamptz;

-- What the version before had parked it had also given up.
update delivery set state = 'withdrawn' where state = 'parked';

create index delivery_parked on delivery (parked_until) where state = 'parked';
-- For what is taken out of the queue: consent at an end, given up.
create index delivery_unsent on delivery (referral_id)
  where state in ('waiting', 'leased', 'parked');

-- Failed attempts that feedback-service has not been told of yet.
create table attempt_due (
  id          varchar(96) primary key,
  referral_id varchar(64) not null,
  sequence    bigint not null,
  number      integer not null,
  word        varchar(64) not null,
  parked      boolean not null default false,
  next_at     timestamptz,
  failed_at   timestamptz not null default now(),
  -- Moved on by whoever says it, so that two instances seldom say the same.
  say_after   timestamptz not null default now() + interval '2 seconds'
);

create index attempt_due_referral on attempt_due (referral_id);
create index attempt_due_open on attempt_due (say_after);

-- Messages never to be sent: those of a referral that follow from a decision up to this number.
create table given_up (
  referral_id varchar(64) primary key,
  up_to       bigint not null,
  noted_at    timestamptz not null default now()
);

create index open_answer_age on open_answer (created_at);
