-- Number of the last decision that moved the referral along the table; others only note deliveries.
alter table task_view add column moved bigint not null default 0;
update task_view set moved = sequence;

-- The portal's worklist: open referrals of a program, the longest-waiting first.
create index task_view_open on task_view (program, authored_on)
  where status not in ('rejected', 'cancelled', 'completed');

-- What a person began to type into a form, so that it is still there later.
create table draft (
  program     varchar(64) not null,
  referral_id varchar(64) not null,
  form        varchar(32) not null,
  -- Sealed: there may be anything in it.
  content     bytea not null,
  changed_by  varchar(64) not null,
  changed_at  timestamptz not null default now(),
  primary key (program, referral_id, form)
);
create index draft_age on draft (changed_at);
