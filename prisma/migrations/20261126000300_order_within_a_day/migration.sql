-- A timeline goes by day, then by the time of day, so that a rally stands before the answer that came
-- in its evening whichever was logged first.
create index entry_in_order on entry (workspace_id, campaign_id, first_day, time_of_day, id);
-- The one above serves whatever this one did.
drop index "entry_workspace_id_campaign_id_first_day_id_idx";
