-- A try may end before its link was made: the number of tries does not say whether the audit has it.
alter table reset_request add column in_audit boolean not null default false;
