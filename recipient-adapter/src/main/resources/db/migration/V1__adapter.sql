-- The adapter's view of the referrals' Tasks, fed by referral.journal. What is not newer is dropped.
create table task_view (
  referral_id          varchar(64) primary key,
  initiator            varchar(64) not null,
  program              varchar(64) not null,
  use_case             varchar(64) not null,
  service_system       text,
  service_npi          varchar(16),
  service_value        text not null,
  task_system          text,
  task_npi             varchar(16),
  task_value           text,
  authored_on          timestamptz not null,
  sequence             bigint not null,
  status               varchar(32) not null,
  business_status      varchar(16),
  -- Free text of a party: sealed like every payload.
  status_reason        bytea,
  delivery             varchar(32) not null,
  last_modified        timestamptz not null,
  feedback_document_id varchar(64),
  -- What a party was told by a verdict before the journal came: a read shows at least that.
  told_sequence        bigint not null default 0,
  told_status          varchar(32),
  told_business_status varchar(16),
  told_at              timestamptz
);

create index task_view_worklist on task_view (program, last_modified desc);

-- One queue a program; per referral strictly in sequence.
create table delivery (
  id            varchar(64) primary key,
  referral_id   varchar(64) not null,
  sequence      bigint not null,
  program       varchar(64) not null,
  is_referral   boolean not null,
  message_id    text,
  payload       bytea not null,
  state         varchar(16) not null
                check (state in ('waiting', 'leased', 'delivered', 'withdrawn', 'parked')),
  -- True when an attempt broke off after sending, or the program fetched it: no taking back.
  maybe_arrived boolean not null default false,
  attempts      integer not null default 0,
  next_at       timestamptz not null default now(),
  leased_until  timestamptz,
  last_error    varchar(64),
  delivered_at  timestamptz,
  -- The claim that follows from the state and that the broker has not acknowledged yet.
  claim_due     varchar(16) check (claim_due in ('DELIVERED', 'WITHDRAWN', 'UNDELIVERABLE')),
  claim_reason  varchar(64),
  changed_at    timestamptz not null default now(),
  unique (referral_id, sequence)
);

create index delivery_open on delivery (program, next_at) where state in ('waiting', 'leased');
create index delivery_claims on delivery (changed_at) where claim_due is not null;

-- Who may ask what became of a message that was answered with 202. Kept for a day.
create table open_answer (
  claim_id   varchar(64) not null,
  party      varchar(64) not null,
  -- MessageHeader.id of the message; empty for a bare Task.
  message_id text not null,
  created_at timestamptz not null default now(),
  primary key (claim_id, party)
);
