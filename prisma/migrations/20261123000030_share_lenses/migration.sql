-- CreateEnum
CREATE TYPE "share_scope" AS ENUM ('campaign', 'filter', 'entry', 'ledger');

-- AlterTable
ALTER TABLE "share_link" ADD COLUMN     "choices" JSONB,
ADD COLUMN     "entry_id" UUID,
ADD COLUMN     "filter" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "frames" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "indexed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kept_by" UUID,
ADD COLUMN     "password_hash" TEXT,
ADD COLUMN     "password_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "private" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scope" "share_scope" NOT NULL DEFAULT 'campaign';

-- CreateTable
CREATE TABLE "share_view" (
    "workspace_id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "share_view_pkey" PRIMARY KEY ("workspace_id","share_link_id","day")
);

-- CreateTable
CREATE TABLE "share_edition" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozen_by" UUID,

    CONSTRAINT "share_edition_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_edition_workspace_id_share_link_id_number_key" ON "share_edition"("workspace_id", "share_link_id", "number");

-- AddForeignKey
ALTER TABLE "share_view" ADD CONSTRAINT "share_view_workspace_id_share_link_id_fkey" FOREIGN KEY ("workspace_id", "share_link_id") REFERENCES "share_link"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_edition" ADD CONSTRAINT "share_edition_workspace_id_share_link_id_fkey" FOREIGN KEY ("workspace_id", "share_link_id") REFERENCES "share_link"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Links that exist live by who made them. The owner of the tables sees all rows for this one change.
alter table share_link no force row level security;
update share_link set kept_by = created_by;
alter table share_link force row level security;

alter table share_view enable row level security;
alter table share_view force row level security;
create policy by_workspace on share_view using (workspace_id = (select app_workspace()));

-- An edition is what it was: it can be added and read, and nobody has a policy to change or delete it.
alter table share_edition enable row level security;
alter table share_edition force row level security;
create policy by_workspace_read on share_edition for select using (workspace_id = (select app_workspace()));
create policy by_workspace_add on share_edition for insert with check (workspace_id = (select app_workspace()));

-- A scope without what it is of would show the whole campaign by accident.
alter table share_link add constraint share_link_scope check (
  (scope = 'entry') = (entry_id is not null) and (scope = 'filter') = (filter <> '')
);
-- A search engine must not be told of what is not for everybody, or of what asks for a password.
alter table share_link add constraint share_link_indexed check (
  not indexed or (lens = 'public' and password_hash is null and not private)
);
-- The origins stand in a header as they are.
alter table share_link add constraint share_link_frames check (
  cardinality(frames) <= 20 and array_to_string(frames, ' ') ~ '^(https://[a-z0-9.-]+(:[0-9]+)?( |$))*$'
);
alter table share_view add constraint share_view_counted check (views > 0);
alter table share_edition add constraint share_edition_sha256 check (sha256 ~ '^[0-9a-f]{64}$');
