-- The token that a browser had before its member gave their password again: its answer may get lost on the way.
alter table session add column former_hash bytea;
alter table session add column former_until timestamptz;
create unique index session_former_hash_key on session (former_hash);
