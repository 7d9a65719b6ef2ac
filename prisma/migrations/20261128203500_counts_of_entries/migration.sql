-- Which transaction left an audit event. A reader that remembers a snapshot sees by it whether
-- anything was written since, however late a transaction that began earlier commits.
alter table audit_event add column transaction_id xid8 not null default pg_current_xact_id();
create index audit_event_workspace_id_transaction_id_idx on audit_event (workspace_id, transaction_id);

-- How many entries are alike in all that a timeline counts by. Each write adds rows with what it
-- changed, so that no writer waits for another. A count is their sum, and the daily job folds them.
create table entry_tally (
  workspace_id uuid not null,
  campaign_id uuid not null,
  -- Months since the year 0.
  month integer not null,
  lane lane not null,
  kind entry_kind not null,
  status entry_status not null,
  -- Whether the date is known to the day.
  exact boolean not null,
  -- Of what is not published alone, since its author may see it.
  created_by uuid,
  entries integer not null,
  -- Those among them that raise or repeat a demand.
  raising integer not null,
  constraint entry_tally_workspace_id_campaign_id_fkey foreign key (workspace_id, campaign_id)
    references campaign (workspace_id, id) on delete cascade on update cascade
);
create index entry_tally_workspace_id_campaign_id_idx on entry_tally (workspace_id, campaign_id);
alter table entry_tally enable row level security;
alter table entry_tally force row level security;
create policy by_workspace on entry_tally using (workspace_id = (select app_workspace()));

create function entry_month(first_day date) returns integer language sql immutable parallel safe
  as $$ select (extract(year from first_day) * 12 + extract(month from first_day) - 1)::int $$;
-- `2018-03-05`, or `2018-03-05/2018-03-07` for what lasted.
create function entry_date_is_exact(edtf text) returns boolean language sql immutable parallel safe
  as $$ select length(edtf) in (10, 21) and edtf !~ '[^0-9/-]' $$;
create function entry_raising_links(workspace uuid, entry uuid) returns bigint language sql stable
  as $$ select count(*) from entry_demand ed
          join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
         where ed.workspace_id = workspace and ed.entry_id = entry
           and ed.relation in ('raises', 'repeats') and d.trashed_at is null $$;

-- The bodies below are written with \x3b, a semicolon: Prisma's engine cuts a migration at every one
-- that stands there as itself.
create function tally_added() returns trigger language plpgsql
  as E'begin
    insert into entry_tally
    select e.workspace_id, e.campaign_id, entry_month(e.first_day), e.lane, e.kind, e.status,
           entry_date_is_exact(e.edtf), case when e.status <> ''published'' then e.created_by end, count(*), 0
      from changed e where e.trashed_at is null group by 1, 2, 3, 4, 5, 6, 7, 8\x3b
    return null\x3b
  end';
create trigger tally_added after insert on entry referencing new table as changed
  for each statement execute function tally_added();
create function tally_changed() returns trigger language plpgsql
  as E'begin
    insert into entry_tally
    select e.workspace_id, e.campaign_id, entry_month(e.first_day), e.lane, e.kind, e.status,
           entry_date_is_exact(e.edtf), case when e.status <> ''published'' then e.created_by end,
           sum(e.sign), sum(e.sign * (entry_raising_links(e.workspace_id, e.id) > 0)::int)
      from (select b.*, -1 as sign from before b union all select a.*, 1 from after a) e
     where e.trashed_at is null and e.id in (
       select a.id from after a join before b on b.workspace_id = a.workspace_id and b.id = a.id
        where (a.campaign_id, a.first_day, a.lane, a.kind, a.status, a.edtf, a.created_by, a.trashed_at is null)
          is distinct from
              (b.campaign_id, b.first_day, b.lane, b.kind, b.status, b.edtf, b.created_by, b.trashed_at is null))
     group by 1, 2, 3, 4, 5, 6, 7, 8\x3b
    return null\x3b
  end';
create trigger tally_changed after update on entry referencing old table as before new table as after
  for each statement execute function tally_changed();
create function tally_gone() returns trigger language plpgsql
  as E'begin
    insert into entry_tally
    select e.workspace_id, e.campaign_id, entry_month(e.first_day), e.lane, e.kind, e.status,
           entry_date_is_exact(e.edtf), case when e.status <> ''published'' then e.created_by end, -count(*), 0
      from changed e where e.trashed_at is null group by 1, 2, 3, 4, 5, 6, 7, 8\x3b
    return null\x3b
  end';
create trigger tally_gone after delete on entry referencing old table as changed
  for each statement execute function tally_gone();

-- Counts anew whether entries raise a demand, by how many of their links that do have come (or gone).
create function tally_raising(entry_ids uuid[], links bigint[]) returns void language sql
  as $$ insert into entry_tally
        select e.workspace_id, e.campaign_id, entry_month(e.first_day), e.lane, e.kind, e.status,
               entry_date_is_exact(e.edtf), case when e.status <> 'published' then e.created_by end, 0, sum(e.flip)
          from (select e.*, (now.links > 0)::int - (now.links - change.links > 0)::int as flip
                  from unnest(entry_ids, links) change(id, links)
                  join entry e on e.id = change.id and e.trashed_at is null
                 cross join lateral (select entry_raising_links(e.workspace_id, e.id) as links) now) e
         where e.flip <> 0 group by 1, 2, 3, 4, 5, 6, 7, 8 $$;
create function tally_links() returns trigger language plpgsql
  as E'declare rows text\x3b
  begin
    rows := case tg_op
      when ''INSERT'' then ''select ed.*, 1 as sign from changed ed''
      when ''DELETE'' then ''select ed.*, -1 as sign from changed ed''
      else ''select ed.*, -1 as sign from before ed union all select ed.*, 1 from after ed'' end\x3b
    execute format(''select tally_raising(array_agg(entry_id), array_agg(links)) from (
      select ed.entry_id, sum(ed.sign) as links from (%s) ed
        join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
       where ed.relation in (''''raises'''', ''''repeats'''') and d.trashed_at is null
       group by ed.entry_id having sum(ed.sign) <> 0) changes'', rows)\x3b
    return null\x3b
  end';
create trigger tally_linked after insert on entry_demand referencing new table as changed
  for each statement execute function tally_links();
create trigger tally_unlinked after delete on entry_demand referencing old table as changed
  for each statement execute function tally_links();
create trigger tally_relinked after update on entry_demand referencing old table as before new table as after
  for each statement execute function tally_links();
-- A demand that goes to the trash, or comes back, takes its links along.
create function tally_demands() returns trigger language plpgsql
  as E'begin
    perform tally_raising(array_agg(entry_id), array_agg(links)) from (
      select ed.entry_id, sum(case when a.trashed_at is null then 1 else -1 end) as links
        from after a
        join before b on b.workspace_id = a.workspace_id and b.id = a.id
         and (a.trashed_at is null) <> (b.trashed_at is null)
        join entry_demand ed on ed.workspace_id = a.workspace_id and ed.demand_id = a.id
         and ed.relation in (''raises'', ''repeats'')
       group by ed.entry_id) changes\x3b
    return null\x3b
  end';
create trigger tally_demands after update on demand referencing old table as before new table as after
  for each statement execute function tally_demands();

-- What the tally of the workspace at the door lacks, as rows that put it right: none, as a rule.
create function entry_tally_lacks() returns setof entry_tally language sql stable
  as $$ select t.workspace_id, t.campaign_id, t.month, t.lane, t.kind, t.status, t.exact, t.created_by,
               sum(t.entries)::int, sum(t.raising)::int
          from (select e.workspace_id, e.campaign_id, entry_month(e.first_day), e.lane, e.kind, e.status,
                       entry_date_is_exact(e.edtf), case when e.status <> 'published' then e.created_by end as created_by,
                       1 as entries, (entry_raising_links(e.workspace_id, e.id) > 0)::int as raising
                  from entry e where e.trashed_at is null
                 union all
                select workspace_id, campaign_id, month, lane, kind, status, exact, created_by,
                       -entries, -raising from entry_tally
               ) t(workspace_id, campaign_id, month, lane, kind, status, exact, created_by, entries, raising)
         group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(t.entries) <> 0 or sum(t.raising) <> 0 $$;
-- Puts it right and folds it: each row that others are summed in replaces them.
create function entry_tally_fold() returns integer language plpgsql
  as E'declare lacking integer\x3b
  begin
    insert into entry_tally select * from entry_tally_lacks()\x3b
    get diagnostics lacking = row_count\x3b
    with folded as (delete from entry_tally returning *)
    insert into entry_tally
    select workspace_id, campaign_id, month, lane, kind, status, exact, created_by, sum(entries), sum(raising)
      from folded group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(entries) <> 0 or sum(raising) <> 0\x3b
    return lacking\x3b
  end';

-- For what was there before, as the operator, workspace by workspace.
create function entry_tally_all() returns void language plpgsql
  as E'declare one record\x3b
  begin
    perform set_config(''app.operator'', ''on'', true)\x3b
    for one in select id from workspace loop
      perform set_config(''app.workspace_id'', one.id::text, true)\x3b
      perform entry_tally_fold()\x3b
    end loop\x3b
    perform set_config(''app.workspace_id'', '''', true), set_config(''app.operator'', '''', true)\x3b
  end';
select entry_tally_all();
drop function entry_tally_all();
