-- A window of the lanes asks which entries began before it and still last: from its end backwards
-- that is few, from its beginning forwards it is all of them.
create index entry_lasting on entry (workspace_id, campaign_id, last_day, first_day) where last_day > first_day;
