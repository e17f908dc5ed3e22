-- When the consent to a package ends (exclusive); null when it does not end by itself.
alter table delivery add column consent_until timestamptz;
-- When the decision was made that the message follows from; null for messages before this version.
alter table delivery add column decided_at timestamptz;

-- Referrals whose consent was revoked; nothing of them is leased any more.
create table consent_revoked (
  referral_id varchar(64) primary key,
  noted_at    timestamptz not null default now()
);
