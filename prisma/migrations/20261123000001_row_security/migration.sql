-- Who is at the door. Unset or empty means nobody, and nobody sees 0 rows.
create function app_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;
create function app_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
create function app_share_token_hash() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.share_token_hash', true), ''), 'hex') $$;

-- Every table that a workspace owns, forced also on the role that owns the tables. A scalar
-- subquery is evaluated once for a statement, not once for a row. Written out table by table:
-- Prisma's shadow database cannot run a block with semicolons inside.
alter table campaign enable row level security;
alter table campaign force row level security;
create policy by_workspace on campaign using (workspace_id = (select app_workspace()));
alter table campaign_organization enable row level security;
alter table campaign_organization force row level security;
create policy by_workspace on campaign_organization using (workspace_id = (select app_workspace()));
alter table organization enable row level security;
alter table organization force row level security;
create policy by_workspace on organization using (workspace_id = (select app_workspace()));
alter table person enable row level security;
alter table person force row level security;
create policy by_workspace on person using (workspace_id = (select app_workspace()));
alter table entry enable row level security;
alter table entry force row level security;
create policy by_workspace on entry using (workspace_id = (select app_workspace()));
alter table entry_organization enable row level security;
alter table entry_organization force row level security;
create policy by_workspace on entry_organization using (workspace_id = (select app_workspace()));
alter table appearance enable row level security;
alter table appearance force row level security;
create policy by_workspace on appearance using (workspace_id = (select app_workspace()));
alter table quote enable row level security;
alter table quote force row level security;
create policy by_workspace on quote using (workspace_id = (select app_workspace()));
alter table claim enable row level security;
alter table claim force row level security;
create policy by_workspace on claim using (workspace_id = (select app_workspace()));
alter table demand enable row level security;
alter table demand force row level security;
create policy by_workspace on demand using (workspace_id = (select app_workspace()));
alter table demand_version enable row level security;
alter table demand_version force row level security;
create policy by_workspace on demand_version using (workspace_id = (select app_workspace()));
alter table demand_target enable row level security;
alter table demand_target force row level security;
create policy by_workspace on demand_target using (workspace_id = (select app_workspace()));
alter table demand_counterparty enable row level security;
alter table demand_counterparty force row level security;
create policy by_workspace on demand_counterparty using (workspace_id = (select app_workspace()));
alter table entry_demand enable row level security;
alter table entry_demand force row level security;
create policy by_workspace on entry_demand using (workspace_id = (select app_workspace()));
alter table assessment enable row level security;
alter table assessment force row level security;
create policy by_workspace on assessment using (workspace_id = (select app_workspace()));
alter table inquiry enable row level security;
alter table inquiry force row level security;
create policy by_workspace on inquiry using (workspace_id = (select app_workspace()));
alter table inquiry_recipient enable row level security;
alter table inquiry_recipient force row level security;
create policy by_workspace on inquiry_recipient using (workspace_id = (select app_workspace()));
alter table source enable row level security;
alter table source force row level security;
create policy by_workspace on source using (workspace_id = (select app_workspace()));
alter table source_picture enable row level security;
alter table source_picture force row level security;
create policy by_workspace on source_picture using (workspace_id = (select app_workspace()));
alter table citation enable row level security;
alter table citation force row level security;
create policy by_workspace on citation using (workspace_id = (select app_workspace()));
alter table share_revocation enable row level security;
alter table share_revocation force row level security;
create policy by_workspace on share_revocation using (workspace_id = (select app_workspace()));
alter table revision enable row level security;
alter table revision force row level security;
create policy by_workspace on revision using (workspace_id = (select app_workspace()));
alter table request_key enable row level security;
alter table request_key force row level security;
create policy by_workspace on request_key using (workspace_id = (select app_workspace()));

alter table workspace enable row level security;
alter table workspace force row level security;
create policy by_workspace on workspace using (id = (select app_workspace()));
alter table member enable row level security;
alter table member force row level security;
create policy by_workspace on member using (workspace_id = (select app_workspace()));
alter table share_link enable row level security;
alter table share_link force row level security;
create policy by_workspace on share_link using (workspace_id = (select app_workspace()));

-- Before the door: an account may see its own memberships and their workspaces' names, and whoever
-- holds a link's token that one link. Nothing of this can be written that way.
create policy own_memberships on member for select using (account_id = (select app_account()));
create policy own_workspaces on workspace for select using (
  id in (select workspace_id from member where account_id = (select app_account()))
);
create policy by_token on share_link for select using (token_hash = (select app_share_token_hash()));

-- The audit is insert-only, also for the program itself: nobody has a policy to change or delete.
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy by_workspace_read on audit_event for select using (workspace_id = (select app_workspace()));
create policy by_workspace_add on audit_event for insert with check (workspace_id = (select app_workspace()));

-- A name or title that is only blanks is an unnamed record: nobody could find or open it.
alter table workspace add constraint workspace_named check (btrim(name) <> '');
alter table campaign add constraint campaign_titled check (btrim(title) <> '');
alter table campaign add constraint campaign_slug_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table organization add constraint organization_named check (btrim(name) <> '');
alter table organization add constraint organization_not_own_parent check (parent_id <> id);
alter table person add constraint person_named check (btrim(name) <> '');
alter table entry add constraint entry_titled check (btrim(title) <> '');
-- Sorting and every date filter rely on the order of the two days.
alter table entry add constraint entry_days_in_order check (first_day <= last_day);
alter table assessment add constraint assessment_days_in_order check (first_day <= last_day);
alter table inquiry add constraint inquiry_days_in_order check (first_day <= last_day);
alter table entry add constraint entry_time_of_day check (time_of_day ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
-- An unknown crowd is null, never 0 people by accident of a form, a range is in order.
alter table entry add constraint entry_crowd_in_order check (crowd_low >= 0 and crowd_high >= 0 and crowd_low <= crowd_high);
alter table entry add constraint entry_coordinates check (
  (latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180
);
-- A stance belongs to an answer, at a target, a raised demand has none.
alter table entry_demand add constraint entry_demand_stance check (
  (relation = 'answers') = (stance is not null) and (relation = 'answers') = (organization_id is not null)
);
-- A rejected or confirmed assessment says when, a proposal waits.
alter table assessment add constraint assessment_decided check ((state = 'proposed') = (decided_at is null));
-- A citation carries exactly one thing, a passage has words.
alter table citation add constraint citation_carries_one check (
  num_nonnulls(entry_id, quote_id, claim_id, assessment_id) = 1
);
alter table source add constraint source_titled check (btrim(title) <> '');
-- The database refuses what the form refuses: a script in a link is an attack on the reader.
alter table source add constraint source_url_http check (url = '' or url ~* '^https?://');
alter table source add constraint source_archive_url_http check (archive_url = '' or archive_url ~* '^https?://');
alter table source add constraint source_sha256 check ((captured_text = '') = (captured_sha256 = '') and captured_sha256 ~ '^([0-9a-f]{64})?$');
alter table share_link add constraint share_link_token_hash check (octet_length(token_hash) = 32);

-- Two working values of one field would contradict each other.
create unique index claim_one_working on claim (workspace_id, entry_id, field) where working;
-- Lists leave the trash out, names are looked up without regard to case.
create index organization_by_name on organization (workspace_id, lower(name)) where trashed_at is null;
create index person_by_name on person (workspace_id, lower(name)) where trashed_at is null;
