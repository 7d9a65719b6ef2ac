-- AlterTable
ALTER TABLE "demand" ADD COLUMN     "for_itself" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "confirmed" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "share_link" ADD COLUMN     "paused_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "former_name" (
    "workspace_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_name_pkey" PRIMARY KEY ("workspace_id","person_id","name")
);

-- CreateTable
CREATE TABLE "erased_name" (
    "workspace_id" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,

    CONSTRAINT "erased_name_pkey" PRIMARY KEY ("workspace_id","fingerprint")
);

-- CreateTable
CREATE TABLE "name_decision" (
    "workspace_id" UUID NOT NULL,
    "text_key" BYTEA NOT NULL,
    "letters" TEXT NOT NULL,
    "withheld" BOOLEAN NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "name_decision_pkey" PRIMARY KEY ("workspace_id","text_key","letters")
);

-- CreateTable
CREATE TABLE "epoch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "count" BIGINT NOT NULL DEFAULT 0,
    "remembered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "epoch_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "former_name" ADD CONSTRAINT "former_name_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table former_name enable row level security;
alter table former_name force row level security;
create policy by_workspace on former_name using (workspace_id = (select app_workspace()));
alter table erased_name enable row level security;
alter table erased_name force row level security;
create policy by_workspace on erased_name using (workspace_id = (select app_workspace()));
alter table name_decision enable row level security;
alter table name_decision force row level security;
create policy by_workspace on name_decision using (workspace_id = (select app_workspace()));

-- Semicolons within a function are written \x3b, since Prisma cuts a migration at each one.
-- Every way of changing a person's names comes through here: forms, merges, restores and their undo.
create function keep_former_names() returns trigger language plpgsql as E'
begin
  insert into former_name (workspace_id, person_id, name)
  select old.workspace_id, old.id, was.name
  from unnest(array_append(old.other_names, old.name)) was(name)
  where not was.name = any(array_append(new.other_names, new.name)) and btrim(was.name) <> ''''
  on conflict do nothing\x3b
  delete from former_name
  where workspace_id = new.workspace_id and person_id = new.id
    and name = any(array_append(new.other_names, new.name))\x3b
  return null\x3b
end ';
create trigger keep_former_names after update of name, other_names on person
  for each row when (old.name is distinct from new.name or old.other_names is distinct from new.other_names)
  execute function keep_former_names();

-- The names that people had before this was kept stand in their revisions.
-- The role that migrates owns the tables, and sees every workspace's rows while this is not forced.
alter table person no force row level security;
alter table revision no force row level security;
alter table former_name no force row level security;
alter table demand no force row level security;
alter table entry_demand no force row level security;
insert into former_name (workspace_id, person_id, name)
select distinct p.workspace_id, p.id, was.name
from person p
join revision r on r.workspace_id = p.workspace_id and r.record = 'person' and r.record_id = p.id
cross join lateral (
  select r.changes->'name'->>'from' as name
  union all
  select jsonb_array_elements_text(r.changes->'otherNames'->'from')
  where jsonb_typeof(r.changes->'otherNames'->'from') = 'array') was
where btrim(coalesce(was.name, '')) <> ''
  and not was.name = any(array_append(p.other_names, p.name))
on conflict do nothing;

-- A demand that no entry raised, drafts included, was written down by an editor for itself.
update demand d set for_itself = true
where not exists (
  select from entry_demand ed
  where ed.workspace_id = d.workspace_id and ed.demand_id = d.id and ed.relation <> 'answers');
alter table person force row level security;
alter table revision force row level security;
alter table former_name force row level security;
alter table demand force row level security;
alter table entry_demand force row level security;

-- Links that choose their fields and show demands go on showing their standings.
alter table share_link no force row level security;
update share_link set choices = jsonb_set(choices, '{fields}', choices->'fields' || '["standings"]'::jsonb)
where choices->'fields' ? 'demands';
alter table share_link force row level security;

-- What an older copy of the database would revive is counted, whichever way it is done.
insert into epoch (id, count) values (1, 0);
alter table epoch add constraint epoch_is_one check (id = 1);
create function raise_epoch() returns trigger language plpgsql as E'
begin
  update epoch set count = count + 1\x3b
  return null\x3b
end ';
create trigger raise_epoch after insert on share_revocation
  for each row execute function raise_epoch();
create trigger raise_epoch after update of consent on person
  for each row when (new.consent > old.consent) execute function raise_epoch();
create trigger raise_epoch after update of consent on quote
  for each row when (new.consent is not null and (old.consent is null or new.consent > old.consent))
  execute function raise_epoch();
create trigger raise_epoch after update of removed_at on member
  for each row when (new.removed_at is not null and old.removed_at is null) execute function raise_epoch();
