-- CreateEnum
CREATE TYPE "entry_relation" AS ENUM ('follows', 'part_of', 'responds_to', 'caused_by', 'corrects', 'same_event', 'mentions');

-- AlterTable
ALTER TABLE "citation" ADD COLUMN     "link_id" UUID;

-- CreateTable
CREATE TABLE "entry_link" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "relation" "entry_relation" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "according_to" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "entry_link_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "photo" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID,
    "uploaded_by" UUID,
    "file_key" TEXT NOT NULL,
    "suffixes" TEXT[],
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',
    "decorative" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,
    "swept_at" TIMESTAMPTZ,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "entry_link_workspace_id_from_id_idx" ON "entry_link"("workspace_id", "from_id");

-- CreateIndex
CREATE INDEX "entry_link_workspace_id_to_id_idx" ON "entry_link"("workspace_id", "to_id");

-- CreateIndex
CREATE INDEX "photo_workspace_id_entry_id_idx" ON "photo"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "photo_workspace_id_uploaded_by_idx" ON "photo"("workspace_id", "uploaded_by");

-- CreateIndex
CREATE UNIQUE INDEX "photo_workspace_id_file_key_key" ON "photo"("workspace_id", "file_key");

-- CreateIndex
CREATE INDEX "citation_workspace_id_link_id_idx" ON "citation"("workspace_id", "link_id");

-- AddForeignKey
ALTER TABLE "entry_link" ADD CONSTRAINT "entry_link_workspace_id_from_id_fkey" FOREIGN KEY ("workspace_id", "from_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_link" ADD CONSTRAINT "entry_link_workspace_id_to_id_fkey" FOREIGN KEY ("workspace_id", "to_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_workspace_id_uploaded_by_fkey" FOREIGN KEY ("workspace_id", "uploaded_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_link_id_fkey" FOREIGN KEY ("workspace_id", "link_id") REFERENCES "entry_link"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table photo enable row level security;
alter table photo force row level security;
create policy by_workspace on photo using (workspace_id = (select app_workspace()));
alter table entry_link enable row level security;
alter table entry_link force row level security;
create policy by_workspace on entry_link using (workspace_id = (select app_workspace()));

-- The names of files are made from these: nothing that somebody typed may get into a path.
alter table photo add constraint photo_file_key check (file_key ~ '^[0-9a-f]{32}$');
alter table photo add constraint photo_suffixes check (
  cardinality(suffixes) between 1 and 10 and array_to_string(suffixes, ' ') ~ '^([0-9]{1,4}\.(webp|jpg) ?)+$'
);
alter table photo add constraint photo_size check (width > 0 and height > 0);
-- A picture that only adorns has nothing to be read out.
alter table photo add constraint photo_decorative check (not decorative or alt = '');
-- Only what stood in an entry can have been taken out of it.
alter table photo add constraint photo_removed check (removed_at is null or entry_id is not null);
alter table photo add constraint photo_swept check (swept_at is null or removed_at is not null);
alter table entry_link add constraint entry_link_not_to_itself check (from_id <> to_id);
-- A citation may now carry a link instead.
alter table citation drop constraint citation_carries_one;
alter table citation add constraint citation_carries_one check (
  num_nonnulls(entry_id, quote_id, claim_id, assessment_id, link_id) = 1
);
