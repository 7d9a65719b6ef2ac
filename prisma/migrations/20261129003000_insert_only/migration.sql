-- What says who did what, and what ended a link, is only added to. The app's own role has no right
-- to change or delete such rows (scripts/lib/app-rights.ts finds the tables by these triggers), and
-- the triggers hold the role that owns the tables to it too.

-- An end and an edition of a link go with the link, when its campaign is erased, and in no other way.
ALTER TABLE "share_revocation" DROP CONSTRAINT "share_revocation_workspace_id_share_link_id_fkey";
ALTER TABLE "share_revocation" ADD CONSTRAINT "share_revocation_workspace_id_share_link_id_fkey" FOREIGN KEY ("workspace_id", "share_link_id") REFERENCES "share_link"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "share_edition" DROP CONSTRAINT "share_edition_workspace_id_share_link_id_fkey";
ALTER TABLE "share_edition" ADD CONSTRAINT "share_edition_workspace_id_share_link_id_fkey" FOREIGN KEY ("workspace_id", "share_link_id") REFERENCES "share_link"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Semicolons within a function are written \x3b, since Prisma cuts a migration at each one.
create function insert_only() returns trigger language plpgsql as E'
begin
  raise insufficient_privilege using message = format(''rows of %s are only added'', tg_table_name)\x3b
end ';
create function insert_only_beside_link() returns trigger language plpgsql as E'
begin
  if exists (select from share_link where workspace_id = old.workspace_id and id = old.share_link_id) then
    raise insufficient_privilege using message = format(''rows of %s are only added'', tg_table_name)\x3b
  end if\x3b
  return old\x3b
end ';

create trigger insert_only before update or delete on audit_event
  for each row execute function insert_only();
create trigger insert_only_table before truncate on audit_event
  for each statement execute function insert_only();
create trigger insert_only before update on share_revocation
  for each row execute function insert_only();
create trigger insert_only_beside_link before delete on share_revocation
  for each row execute function insert_only_beside_link();
create trigger insert_only_table before truncate on share_revocation
  for each statement execute function insert_only();
create trigger insert_only before update on share_edition
  for each row execute function insert_only();
create trigger insert_only_beside_link before delete on share_edition
  for each row execute function insert_only_beside_link();
create trigger insert_only_table before truncate on share_edition
  for each statement execute function insert_only();
