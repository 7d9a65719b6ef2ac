create table "saved_filter" (
  "workspace_id" uuid not null,
  "id" uuid not null,
  "campaign_id" uuid not null,
  "name" text not null,
  "query" text not null,
  "created_by" uuid,
  "created_at" timestamptz not null default current_timestamp,
  constraint "saved_filter_pkey" primary key ("workspace_id", "id")
);
create unique index "saved_filter_workspace_id_campaign_id_name_key" on "saved_filter" ("workspace_id", "campaign_id", "name");
create index "saved_filter_workspace_id_created_by_idx" on "saved_filter" ("workspace_id", "created_by");
alter table "saved_filter" add constraint "saved_filter_workspace_id_campaign_id_fkey"
  foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete restrict on update cascade;
alter table "saved_filter" add constraint "saved_filter_workspace_id_created_by_fkey"
  foreign key ("workspace_id", "created_by") references "member" ("workspace_id", "id") on delete restrict on update cascade;

-- A filter names people and organizations by their ids: it belongs to its workspace like they do.
alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy by_workspace on saved_filter using (workspace_id = (select app_workspace()));
-- A filter without a name could not be chosen, and one that asks nothing would be no filter.
alter table saved_filter add constraint saved_filter_named check (btrim(name) <> '');
alter table saved_filter add constraint saved_filter_asks check (query <> '');
-- A calendar lists apart what has no one day. Few entries are such: without an index of their own,
-- every month would read the whole campaign for them.
create index entry_of_several_days on entry (workspace_id, campaign_id, first_day, id) where last_day > first_day;
