-- What goes on has no last day to be found by, and is little beside the rest.
create index entry_going_on on entry (workspace_id, campaign_id, first_day) where edtf like '%/..';
