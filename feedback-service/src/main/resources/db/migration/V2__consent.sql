-- Consent: when it was given and ends, and what was revoked. Keys are hashes, bound to the initiator.
alter table referral add column consent_given timestamp(6) with time zone;
alter table referral add column consent_until timestamp(6) with time zone;
create index referral_by_patient on referral using gin (patient_keys);

create table revocation (
  claim_key    varchar primary key references claim,
  initiator    varchar not null,
  patient_keys varchar[] not null,
  revoked_at   timestamp(6) with time zone not null,
  -- What was open when it was recorded; each gets a decision of its own.
  referrals    varchar[] not null
);
create index revocation_by_patient on revocation using gin (patient_keys);
