-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'running', 'done', 'undone');

-- CreateTable
CREATE TABLE "import" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "file" BYTEA,
    "reading" JSONB NOT NULL DEFAULT '{}',
    "mapping" JSONB,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "to_write" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "import_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "imported_row" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "imported_row_pkey" PRIMARY KEY ("workspace_id","import_id","number")
);

-- CreateTable
CREATE TABLE "saved_mapping" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_mapping_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "import_workspace_id_campaign_id_idx" ON "import"("workspace_id", "campaign_id");

-- CreateIndex
CREATE INDEX "import_workspace_id_created_by_idx" ON "import"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "imported_row_workspace_id_hash_idx" ON "imported_row"("workspace_id", "hash");

-- CreateIndex
CREATE INDEX "imported_row_workspace_id_entry_id_idx" ON "imported_row"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "saved_mapping_workspace_id_created_by_idx" ON "saved_mapping"("workspace_id", "created_by");

-- CreateIndex
CREATE UNIQUE INDEX "saved_mapping_workspace_id_name_key" ON "saved_mapping"("workspace_id", "name");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "import"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_mapping" ADD CONSTRAINT "saved_mapping_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table import enable row level security;
alter table import force row level security;
create policy by_workspace on import using (workspace_id = (select app_workspace()));
alter table imported_row enable row level security;
alter table imported_row force row level security;
create policy by_workspace on imported_row using (workspace_id = (select app_workspace()));
alter table saved_mapping enable row level security;
alter table saved_mapping force row level security;
create policy by_workspace on saved_mapping using (workspace_id = (select app_workspace()));

-- Thousands of rows each ask for the source of an address, which may be longer than an ordinary
-- index takes.
create index source_by_url on source using hash (url);
