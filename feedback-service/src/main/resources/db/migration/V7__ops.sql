-- What operators look at: what came in and what was closed lately.
create index referral_by_acceptance on referral (accepted_at);
create index referral_by_closing on referral (closed_at) where closed_at is not null;
