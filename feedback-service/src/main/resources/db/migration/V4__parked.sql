-- Everything that waits for a person. No PHI outside the column sealed; words are code words.
create table parked (
  id            uuid primary key,
  -- In the order they were parked.
  number        bigint generated always as identity,
  kind          varchar not null,
  referral_id   uuid,
  -- Where the record stands; for dead letters the topic is <topic>.dlq.
  topic         varchar,
  part          integer,
  record_offset bigint,
  record_key    varchar,
  -- Why: rule ids or the word of the last failure.
  word          varchar not null,
  size          bigint not null,
  sequence      bigint,
  parked_at     timestamp(6) with time zone not null,
  -- The record, where this table is its home.
  sealed        bytea,
  state         varchar not null,
  resolved_at   timestamp(6) with time zone,
  resolution    varchar,
  -- The operator's request.
  resolved_by   varchar
);
create index parked_open on parked (number) where state = 'parked';
create index parked_claims on parked (record_key, number) where state = 'parked' and kind = 'claim';
create index parked_of_referral on parked (referral_id, number);
create index parked_by_request on parked (resolved_by) where resolved_by is not null;
