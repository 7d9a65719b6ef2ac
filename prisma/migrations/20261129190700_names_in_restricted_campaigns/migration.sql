-- Whom a contributor added and a published entry names, whoever may see that entry: a name that is
-- withheld in one campaign is withheld in the texts of all. The body is written with \x3b for a
-- semicolon, at which a migration is cut.
create function people_in_published() returns setof uuid language plpgsql stable parallel unsafe as E'
declare
  hidden text := current_setting(''app.hidden_campaigns'', true)\x3b
begin
  perform set_config(''app.hidden_campaigns'', ''{}'', true)\x3b
  return query
    select p.id from person p
     where p.workspace_id = app_workspace() and not p.confirmed and (
       exists (select from appearance a
         join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id
         where a.workspace_id = p.workspace_id and a.person_id = p.id and e.status = ''published'')
       or exists (select from entry e where e.workspace_id = p.workspace_id
         and e.according_to_person_id = p.id and e.status = ''published''))\x3b
  perform set_config(''app.hidden_campaigns'', coalesce(hidden, ''''), true)\x3b
end ';

-- Settings cannot be changed while a plan runs in parallel.
alter function is_written_since(uuid, pg_snapshot, pg_snapshot) parallel unsafe;
