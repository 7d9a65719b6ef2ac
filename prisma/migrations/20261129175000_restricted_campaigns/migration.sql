-- CreateTable
CREATE TABLE "campaign_restriction" (
    "workspace_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_restriction_pkey" PRIMARY KEY ("workspace_id","campaign_id")
);

-- CreateTable
CREATE TABLE "campaign_member" (
    "workspace_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_member_pkey" PRIMARY KEY ("workspace_id","campaign_id","member_id")
);

-- CreateIndex
CREATE INDEX "campaign_member_workspace_id_member_id_idx" ON "campaign_member"("workspace_id", "member_id");

-- AddForeignKey
ALTER TABLE "campaign_restriction" ADD CONSTRAINT "campaign_restriction_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_member" ADD CONSTRAINT "campaign_member_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_member" ADD CONSTRAINT "campaign_member_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who may open which campaign. These two tables are what the policies below ask, so they have none
-- of these themselves. They hold no words.
alter table campaign_restriction enable row level security;
alter table campaign_restriction force row level security;
create policy by_workspace on campaign_restriction using (workspace_id = (select app_workspace()));
alter table campaign_member enable row level security;
alter table campaign_member force row level security;
create policy by_workspace on campaign_member using (workspace_id = (select app_workspace()));

-- The restricted campaigns that a member or the readers of a campaign's links may not see. Owners see
-- all, somebody who is neither sees none. The bodies are written with \x3b for a semicolon, at which a
-- migration is cut.
create function campaigns_hidden_from(somebody uuid, own_campaign uuid) returns uuid[]
language plpgsql stable parallel safe as E'
begin
  return array(
    select r.campaign_id from campaign_restriction r
    where r.workspace_id = app_workspace()
      and r.campaign_id is distinct from own_campaign
      and not exists (select from campaign_member c where c.workspace_id = r.workspace_id
        and c.campaign_id = r.campaign_id and c.member_id = somebody)
      and not exists (select from member m where m.workspace_id = r.workspace_id
        and m.id = somebody and m.role = ''owner''))\x3b
end ';

-- The same for whoever is at the door, which says it once a transaction. Unset it is nobody, who sees
-- no restricted campaign, or the operator, who sees all.
create function app_hidden_campaigns() returns uuid[] language plpgsql stable parallel safe as E'
declare said text := nullif(current_setting(''app.hidden_campaigns'', true), '''')\x3b
begin
  if said is not null then return said::uuid[]\x3b end if\x3b
  if current_setting(''app.operator'', true) = ''on'' then return ''{}''\x3b end if\x3b
  return campaigns_hidden_from(null, null)\x3b
end ';
create function app_hides_campaigns() returns boolean language sql stable parallel safe
  as $$ select cardinality(app_hidden_campaigns()) > 0 $$;

-- Whether a record is in a campaign that whoever is at the door may see, by the key of the record that
-- it belongs to, which has a policy of its own. It is asked only where a campaign is hidden at all.
create function is_in_sight(what text, record uuid) returns boolean
language plpgsql stable parallel safe cost 1 as E'
begin
  if record is null then return true\x3b end if\x3b
  case what
    when ''campaign'' then return not record = any(app_hidden_campaigns())\x3b
    when ''entry'' then return exists (select from entry t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''demand'' then return exists (select from demand t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''inquiry'' then return exists (select from inquiry t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''follow_up'' then return exists (select from follow_up t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''share'' then return exists (select from share_link t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''import'' then return exists (select from import t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''calendar_feed'' then return exists (select from calendar_feed t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''appearance'' then return exists (select from appearance t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''quote'' then return exists (select from quote t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''claim'' then return exists (select from claim t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''assessment'' then return exists (select from assessment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''entry_link'' then return exists (select from entry_link t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''dispute'' then return exists (select from dispute t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''entry_reply'' then return exists (select from entry_reply t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''comment'' then return exists (select from comment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''assignment'' then return exists (select from assignment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''photo'' then return exists (select from photo t where t.workspace_id = app_workspace() and t.id = record)\x3b
    else return true\x3b
  end case\x3b
end ';

-- Restrictive: they narrow what the policies of the workspace allow. Tested for null, of which
-- PostgreSQL believes that it hardly occurs, so that plans stay as they are. What names a campaign is
-- compared with the list of hidden ones. What belongs to a record that does looks it up by its key,
-- and only where a campaign is hidden at all.
create policy in_open_campaigns on campaign as restrictive using (case when id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on campaign_organization as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on campaign_visit as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on entry as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on demand as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on inquiry as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on follow_up as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on calendar_feed as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on share_link as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on import as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on saved_filter as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on entry_tally as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on search_document as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on entry_organization as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on appearance as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on claim as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on photo as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on entry_demand as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on dispute as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('quote', quote_id) and is_in_sight('assessment', assessment_id)) then null else true end is not null);
create policy in_open_campaigns on entry_reply as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on entry_link as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', from_id) and is_in_sight('entry', to_id)) then null else true end is not null);
create policy in_open_campaigns on imported_row as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('import', import_id)) then null else true end is not null);
create policy in_open_campaigns on assignment as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('follow_up', follow_up_id)) then null else true end is not null);
create policy in_open_campaigns on webhook_message as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id)) then null else true end is not null);
create policy in_open_campaigns on comment as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on comment_text as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('comment', comment_id)) then null else true end is not null);
create policy in_open_campaigns on notification as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('comment', comment_id) and is_in_sight('assignment', assignment_id)) then null else true end is not null);
create policy in_open_campaigns on quote as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('appearance', appearance_id)) then null else true end is not null);
create policy in_open_campaigns on quote_demand as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('quote', quote_id) and is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on demand_version as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on demand_target as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on demand_counterparty as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on assessment as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('demand', demand_id)) then null else true end is not null);
create policy in_open_campaigns on inquiry_recipient as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('inquiry', inquiry_id)) then null else true end is not null);
create policy in_open_campaigns on inquiry_update as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('inquiry', inquiry_id)) then null else true end is not null);
create policy in_open_campaigns on share_revocation as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('share', share_link_id)) then null else true end is not null);
create policy in_open_campaigns on share_revival as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('share', share_link_id)) then null else true end is not null);
create policy in_open_campaigns on share_view as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('share', share_link_id)) then null else true end is not null);
create policy in_open_campaigns on share_edition as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('share', share_link_id)) then null else true end is not null);
create policy in_open_campaigns on citation as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('quote', quote_id) and is_in_sight('claim', claim_id) and is_in_sight('assessment', assessment_id) and is_in_sight('entry_link', link_id) and is_in_sight('dispute', dispute_id) and is_in_sight('entry_reply', reply_id)) then null else true end is not null);

-- What was done to a record, which may be gone: whoever erased it says so after it went, so these are
-- narrowed for reading alone.
create policy in_open_campaigns on revision as restrictive for select using (
  case when (select app_hides_campaigns()) and not is_in_sight(record, record_id) then null else true end is not null);
create policy in_open_campaigns on audit_event as restrictive for select using (
  case when (select app_hides_campaigns()) and not is_in_sight(record, record_id) then null else true end is not null);
create policy in_open_campaigns on undoable_change as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight(record, kept_id) and is_in_sight(record, gone_id)) then null else true end is not null);

-- Whether something was written in a workspace between two snapshots, whoever may see it: what is kept
-- in memory is kept for all of its members. Every write leaves an audit event that names its transaction.
create function is_written_since(workspace uuid, since pg_snapshot, until pg_snapshot) returns boolean
language plpgsql stable parallel restricted as E'
declare
  hidden text := current_setting(''app.hidden_campaigns'', true)\x3b
  written boolean\x3b
begin
  perform set_config(''app.hidden_campaigns'', ''{}'', true)\x3b
  select exists (select from audit_event a where a.workspace_id = workspace
    and a.transaction_id >= pg_snapshot_xmin(since)
    and a.transaction_id < pg_snapshot_xmax(until)
    and not pg_visible_in_snapshot(a.transaction_id, since)) into written\x3b
  perform set_config(''app.hidden_campaigns'', coalesce(hidden, ''''), true)\x3b
  return written\x3b
end ';
CREATE OR REPLACE FUNCTION document_state(hash bytea, at timestamptz, seen_after timestamptz, since pg_snapshot)
RETURNS TABLE (who text, snapshot text, changed boolean)
LANGUAGE plpgsql AS E'
#variable_conflict use_column
DECLARE
  found session\x3b
  workspace uuid\x3b
  now pg_snapshot := pg_current_snapshot()\x3b
BEGIN
  SELECT * INTO found FROM session s
    WHERE s.token_hash = hash AND s.expires_at > at AND s.seen_at > seen_after\x3b
  IF found.id IS NULL THEN RETURN\x3b END IF\x3b
  PERFORM set_config(''app.account_id'', found.account_id::text, true)\x3b
  SELECT m.workspace_id INTO workspace FROM member m
    WHERE m.account_id = found.account_id AND m.removed_at IS NULL
    ORDER BY (m.workspace_id = found.workspace_id) DESC NULLS LAST, m.joined_at, m.id LIMIT 1\x3b
  IF workspace IS NULL THEN RETURN\x3b END IF\x3b
  PERFORM set_config(''app.workspace_id'', workspace::text, true)\x3b
  RETURN QUERY SELECT
    md5(concat_ws(''|'', to_jsonb(found) - ''seen_at'',
      (SELECT to_jsonb(a) FROM account a WHERE a.id = found.account_id),
      (SELECT jsonb_agg(to_jsonb(m) || to_jsonb(w) ORDER BY m.id)
         FROM member m JOIN workspace w ON w.id = m.workspace_id
         WHERE m.account_id = found.account_id))),
    now::text,
    since IS NULL OR is_written_since(workspace, since, now)\x3b
END ';
