-- A link can be ended again after its end was taken back, so that its ends are told apart by an id.
ALTER TABLE "share_revocation" DROP CONSTRAINT "share_revocation_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "share_revocation_pkey" PRIMARY KEY ("workspace_id", "id");
ALTER TABLE "share_revocation" ALTER COLUMN "id" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "share_revocation_workspace_id_share_link_id_idx" ON "share_revocation"("workspace_id", "share_link_id");

-- CreateTable
CREATE TABLE "share_revival" (
    "workspace_id" UUID NOT NULL,
    "revocation_id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "revived_by" UUID,
    "revived_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_revival_pkey" PRIMARY KEY ("workspace_id","revocation_id")
);

-- CreateIndex
CREATE INDEX "share_revival_workspace_id_revived_by_idx" ON "share_revival"("workspace_id", "revived_by");

-- AddForeignKey
ALTER TABLE "share_revival" ADD CONSTRAINT "share_revival_workspace_id_revocation_id_fkey" FOREIGN KEY ("workspace_id", "revocation_id") REFERENCES "share_revocation"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_revival" ADD CONSTRAINT "share_revival_workspace_id_revived_by_fkey" FOREIGN KEY ("workspace_id", "revived_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table share_revival enable row level security;
alter table share_revival force row level security;
create policy by_workspace on share_revival using (workspace_id = (select app_workspace()));

create trigger insert_only before update on share_revival
  for each row execute function insert_only();
create trigger insert_only_beside_link before delete on share_revival
  for each row execute function insert_only_beside_link();
create trigger insert_only_table before truncate on share_revival
  for each statement execute function insert_only();

-- An end is for good once a minute has gone by, whoever writes: what was asked within it may take some seconds.
create function end_for_good() returns trigger language plpgsql as E'
begin
  if not exists (
    select from share_revocation r
    where r.workspace_id = new.workspace_id and r.id = new.revocation_id
      and r.share_link_id = new.share_link_id
      and r.revoked_at > clock_timestamp() - interval ''70 seconds'') then
    raise insufficient_privilege using message = ''this end of a link is for good''\x3b
  end if\x3b
  return new\x3b
end ';
create trigger end_for_good before insert on share_revival
  for each row execute function end_for_good();
