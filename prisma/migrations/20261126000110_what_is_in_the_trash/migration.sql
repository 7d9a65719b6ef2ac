-- The trash is small and the record is not: without these every look into it goes through all rows.
create index entry_in_trash on entry (workspace_id, campaign_id, trashed_at) where trashed_at is not null;
create index source_in_trash on source (workspace_id, trashed_at) where trashed_at is not null;
create index person_in_trash on person (workspace_id, trashed_at) where trashed_at is not null;
create index organization_in_trash on organization (workspace_id, trashed_at) where trashed_at is not null;
