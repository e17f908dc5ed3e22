-- What changes no indexed column (an acceptance, an appointment) costs no index entry where its page has room for the
-- new version.
alter table referral set (fillfactor = 75);
