-- How a passage agrees with the captured text of its source. The text is compared by the program,
-- which fills this in for what is cited already.
alter table "citation" add column "match" text not null default '';
create index citation_to_match on "citation" ("workspace_id", "source_id") where "match" = '' and "exact" <> '';
