-- The record of feedback-service. Columns called sealed, and status_reason, go through the
-- EnvelopeCodec: PHI is nowhere else.

-- A message that goes on; stored once, referred to by request, event and callback.
create table payload (
  id     uuid primary key,
  sealed bytea not null
);

create table referral (
  id               uuid primary key,
  initiator        varchar not null,
  program          varchar not null,
  use_case         varchar not null,
  service_system   varchar,
  service_assigner varchar,
  service_value    varchar not null,
  task_system      varchar,
  task_assigner    varchar,
  task_value       varchar,
  service_key      varchar not null,
  patient_keys     varchar[] not null,
  submission_claim varchar not null,
  fingerprint      varchar not null,
  request_payload  uuid not null references payload,
  status           varchar not null,
  business_status  varchar not null,
  status_reason    bytea,
  delivery         varchar not null,
  sequence         bigint not null,
  feedback_bundle  uuid,
  accepted_at      timestamp(6) with time zone not null,
  recorded_at      timestamp(6) with time zone not null,
  routed_at        timestamp(6) with time zone,
  delivered_at     timestamp(6) with time zone,
  responded_at     timestamp(6) with time zone,
  closed_at        timestamp(6) with time zone,
  last_modified    timestamp(6) with time zone not null
);
-- One open referral per ServiceRequest, whatever two instances think at the same moment.
create unique index referral_one_open on referral (service_key) where closed_at is null;
create index referral_by_task_number on referral (task_value);
create index referral_by_service_number on referral (service_value);

-- History and outbox in one: what is decided is published from here, in sequence per referral.
create table event (
  id           uuid primary key,
  referral_id  uuid references referral,
  sequence     bigint not null,
  claim_key    varchar not null,
  decided_at   timestamp(6) with time zone not null,
  sealed       bytea not null,
  payload_id   uuid references payload,
  published_at timestamp(6) with time zone,
  unique (referral_id, sequence)
);
create index event_unpublished on event (decided_at) where published_at is null;

create table claim (
  claim_key   varchar primary key,
  fingerprint varchar,
  verdict     varchar not null,
  decided_at  timestamp(6) with time zone not null
);

-- By what accepted messages are known again.
create table identity (
  party       varchar not null,
  kind        varchar not null,
  value       varchar not null,
  claim_key   varchar not null references claim,
  fingerprint varchar,
  primary key (party, kind, value)
);

create table document (
  id          uuid primary key,
  referral_id uuid not null references referral,
  sealed      bytea not null
);

create table callback (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  sequence     bigint not null,
  party        varchar not null,
  payload_id   uuid not null references payload,
  state        varchar not null,
  attempts     integer not null,
  next_at      timestamp(6) with time zone not null,
  leased_until timestamp(6) with time zone,
  done_at      timestamp(6) with time zone,
  last_error   varchar,
  unique (referral_id, sequence)
);
create index callback_due on callback (next_at) where state = 'OPEN';
create index callback_unfinished on callback (referral_id, sequence) where state <> 'DONE';
