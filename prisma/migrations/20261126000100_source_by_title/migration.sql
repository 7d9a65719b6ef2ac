-- The directory of sources goes by title, as those of people and organizations go by name.
create index source_by_title on source (workspace_id, lower(title)) where trashed_at is null;
