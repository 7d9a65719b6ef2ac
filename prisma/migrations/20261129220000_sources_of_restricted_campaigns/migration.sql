-- A source belongs to the campaigns that cite it, and to the one in which it was added. Where all of
-- them are restricted, `confined_to` names them, and whoever can open none of them sees no such source.
-- Empty for every other source. It is kept by triggers, so that reading costs one comparison.
ALTER TABLE "source" ADD COLUMN "confined_to" UUID[];

-- The campaigns that cite these sources, or in which they were added.
create function campaigns_of_sources(workspace uuid, ids uuid[])
returns table (source_id uuid, campaign_id uuid) language sql stable as $$
  with cited as materialized (
    select c.* from citation c where c.workspace_id = workspace and c.source_id = any(ids)
  ), disputed as (
    select c.source_id, d.entry_id, d.quote_id, d.assessment_id from cited c
      join dispute d on d.workspace_id = workspace and d.id = c.dispute_id
  ), at_quote as (
    select c.source_id, c.quote_id from cited c where c.quote_id is not null
    union select d.source_id, d.quote_id from disputed d where d.quote_id is not null
  ), at_entry as (
    select c.source_id, c.entry_id from cited c where c.entry_id is not null
    union select d.source_id, d.entry_id from disputed d where d.entry_id is not null
    union select t.source_id, a.entry_id from at_quote t
      join quote q on q.workspace_id = workspace and q.id = t.quote_id
      join appearance a on a.workspace_id = workspace and a.id = q.appearance_id
    union select c.source_id, k.entry_id from cited c
      join claim k on k.workspace_id = workspace and k.id = c.claim_id
    union select c.source_id, l.from_id from cited c
      join entry_link l on l.workspace_id = workspace and l.id = c.link_id
    union select c.source_id, r.entry_id from cited c
      join entry_reply r on r.workspace_id = workspace and r.id = c.reply_id
  ), at_assessment as (
    select c.source_id, c.assessment_id from cited c where c.assessment_id is not null
    union select d.source_id, d.assessment_id from disputed d where d.assessment_id is not null
  )
  select t.source_id, e.campaign_id from at_entry t
    join entry e on e.workspace_id = workspace and e.id = t.entry_id
  union select t.source_id, d.campaign_id from at_assessment t
    join assessment a on a.workspace_id = workspace and a.id = t.assessment_id
    join demand d on d.workspace_id = workspace and d.id = a.demand_id
  union select s.id, k.id from source s
    join campaign k on k.workspace_id = workspace and k.id = s.added_in
    where s.workspace_id = workspace and s.id = any(ids)
$$;

-- Says anew to which campaigns some sources are confined, whoever may see these. A source that nothing
-- cites any more stays where it was: its text was captured there.
create function confine_sources(workspace uuid, ids uuid[]) returns void
language plpgsql as E'
declare
  hidden text := current_setting(''app.hidden_campaigns'', true)\x3b
begin
  if coalesce(cardinality(ids), 0) = 0 then return\x3b end if\x3b
  perform set_config(''app.hidden_campaigns'', ''{}'', true)\x3b
  perform from source s where s.workspace_id = workspace and s.id = any(ids) order by s.id for no key update\x3b
  with now as materialized (
    select u.source_id, u.campaign_id from campaigns_of_sources(workspace, ids) u
  ), kept as (
    select source_id, campaign_id from now
    union all
    select o.id, u.campaign_id from source o cross join lateral unnest(o.confined_to) u(campaign_id)
     where o.workspace_id = workspace and o.id = any(ids)
       and not exists (select from now where now.source_id = o.id)
  ), confined as (
    select k.source_id, array_agg(k.campaign_id order by k.campaign_id) as campaigns
      from kept k left join campaign_restriction r
        on r.workspace_id = workspace and r.campaign_id = k.campaign_id
     group by k.source_id having bool_and(r.campaign_id is not null)
  )
  update source s set confined_to = c.campaigns
    from unnest(ids) w(id) left join confined c on c.source_id = w.id
   where s.workspace_id = workspace and s.id = w.id and s.confined_to is distinct from c.campaigns\x3b
  perform set_config(''app.hidden_campaigns'', coalesce(hidden, ''''), true)\x3b
end ';

-- What is cited while a campaign is restricted, or the other way round, waits: each sees what the other did.
create function sources_of_restricted_campaigns(workspace uuid) returns bigint
language sql immutable as $$ select hashtextextended('sources of restricted campaigns ' || workspace::text, 0) $$;

create function confine_cited() returns trigger language plpgsql as E'
declare
  of_workspace record\x3b
begin
  for of_workspace in select * from (
    select workspace_id, array_agg(distinct source_id) as ids from changed group by workspace_id) c
  loop
    perform pg_advisory_xact_lock_shared(sources_of_restricted_campaigns(of_workspace.workspace_id))\x3b
    if exists (select from campaign_restriction r where r.workspace_id = of_workspace.workspace_id) then
      perform confine_sources(of_workspace.workspace_id, of_workspace.ids)\x3b
    end if\x3b
  end loop\x3b
  return null\x3b
end ';
create trigger confine_cited after insert on citation referencing new table as changed
  for each statement execute function confine_cited();
create trigger confine_uncited after delete on citation referencing old table as changed
  for each statement execute function confine_cited();
create trigger confine_moved_from after update on citation referencing old table as changed
  for each statement execute function confine_cited();
create trigger confine_moved_to after update on citation referencing new table as changed
  for each statement execute function confine_cited();

create function confine_added() returns trigger language plpgsql as E'
declare
  of_workspace record\x3b
begin
  for of_workspace in select * from (
    select workspace_id, array_agg(id) as ids from changed where added_in is not null group by workspace_id) c
  loop
    perform pg_advisory_xact_lock_shared(sources_of_restricted_campaigns(of_workspace.workspace_id))\x3b
    if exists (select from campaign_restriction r where r.workspace_id = of_workspace.workspace_id) then
      perform confine_sources(of_workspace.workspace_id, of_workspace.ids)\x3b
    end if\x3b
  end loop\x3b
  return null\x3b
end ';
create trigger confine_added after insert on source referencing new table as changed
  for each statement execute function confine_added();

-- The same for all sources that may be a campaign's own.
create function confine_sources_of(workspace uuid, wanted uuid[]) returns void language plpgsql as E'
declare
  hidden text := current_setting(''app.hidden_campaigns'', true)\x3b
  ids uuid[]\x3b
begin
  perform set_config(''app.hidden_campaigns'', ''{}'', true)\x3b
  ids := array(
    with own as materialized (
      select e.id from entry e
       where e.workspace_id = workspace and e.campaign_id = any(wanted)
    ), own_quote as materialized (
      select q.id from quote q join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
       where q.workspace_id = workspace and a.entry_id in (select id from own)
    ), own_assessment as materialized (
      select a.id from assessment a join demand d on d.workspace_id = a.workspace_id and d.id = a.demand_id
       where a.workspace_id = workspace and d.campaign_id = any(wanted)
    )
    select c.source_id from citation c
     where c.workspace_id = workspace and (
       c.entry_id in (select id from own) or c.quote_id in (select id from own_quote)
       or c.assessment_id in (select id from own_assessment)
       or c.claim_id in (select k.id from claim k where k.entry_id in (select id from own))
       or c.link_id in (select l.id from entry_link l where l.from_id in (select id from own))
       or c.reply_id in (select r.id from entry_reply r where r.entry_id in (select id from own))
       or c.dispute_id in (select d.id from dispute d where d.entry_id in (select id from own)
         or d.quote_id in (select id from own_quote) or d.assessment_id in (select id from own_assessment)))
    union
    select s.id from source s where s.workspace_id = workspace
      and (s.added_in = any(wanted) or s.confined_to && wanted))\x3b
  perform confine_sources(workspace, ids)\x3b
  perform set_config(''app.hidden_campaigns'', coalesce(hidden, ''''), true)\x3b
end ';

-- A campaign was restricted or opened: all that may be its own is looked at.
create function confine_restricted() returns trigger language plpgsql as E'
declare
  of_workspace record\x3b
begin
  for of_workspace in select * from (
    select workspace_id, array_agg(campaign_id) as campaigns from changed group by workspace_id) c
  loop
    perform pg_advisory_xact_lock(sources_of_restricted_campaigns(of_workspace.workspace_id))\x3b
    perform confine_sources_of(of_workspace.workspace_id, of_workspace.campaigns)\x3b
  end loop\x3b
  return null\x3b
end ';
create trigger confine_restricted after insert on campaign_restriction referencing new table as changed
  for each statement execute function confine_restricted();
create trigger confine_opened after delete on campaign_restriction referencing old table as changed
  for each statement execute function confine_restricted();

-- The same as before, and sources.
create or replace function is_in_sight(what text, record uuid) returns boolean
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
    when ''plan'' then return exists (select from plan t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''plan_role'' then return exists (select from plan_role t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''plan_task'' then return exists (select from plan_task t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''source'' then return exists (select from source t where t.workspace_id = app_workspace() and t.id = record)\x3b
    else return true\x3b
  end case\x3b
end ';

create policy in_open_campaigns on source as restrictive using (
  case when cardinality(confined_to) > 0 and confined_to <@ (select app_hidden_campaigns()) then null else true end is not null);
create policy in_open_campaigns on source_picture as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('source', source_id)) then null else true end is not null);
drop policy in_open_campaigns on comment;
create policy in_open_campaigns on comment as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('demand', demand_id) and is_in_sight('source', source_id)) then null else true end is not null);
drop policy in_open_campaigns on search_document;
create policy in_open_campaigns on search_document as restrictive using (
  case when campaign_id = any((select app_hidden_campaigns())::uuid[])
    or (record = 'source' and (select app_hides_campaigns()) and not is_in_sight('source', record_id)) then null else true end is not null);

-- What is restricted already. Row security applies to the owner of the tables as well, so each
-- workspace is visited.
do E'
  declare one record\x3b
  begin
    perform set_config(''app.operator'', ''on'', true)\x3b
    for one in select id from workspace loop
      perform set_config(''app.workspace_id'', one.id::text, true)\x3b
      perform confine_sources_of(one.id, array(select campaign_id from campaign_restriction))\x3b
    end loop\x3b
    perform set_config(''app.workspace_id'', '''', true), set_config(''app.operator'', '''', true)\x3b
  end';
