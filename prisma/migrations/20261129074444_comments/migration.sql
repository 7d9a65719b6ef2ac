-- CreateTable
CREATE TABLE "comment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID,
    "demand_id" UUID,
    "source_id" UUID,
    "thread_id" UUID,
    "about" TEXT NOT NULL DEFAULT '',
    "member_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ,
    "resolved_by" UUID,
    "deleted_at" TIMESTAMPTZ,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "comment_text" (
    "workspace_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_text_pkey" PRIMARY KEY ("workspace_id","comment_id","number")
);

-- CreateTable
CREATE TABLE "notification" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "comment_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "comment_workspace_id_entry_id_idx" ON "comment"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_demand_id_idx" ON "comment"("workspace_id", "demand_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_source_id_idx" ON "comment"("workspace_id", "source_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_thread_id_idx" ON "comment"("workspace_id", "thread_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_member_id_idx" ON "comment"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_resolved_by_idx" ON "comment"("workspace_id", "resolved_by");

-- CreateIndex
CREATE INDEX "notification_workspace_id_comment_id_idx" ON "notification"("workspace_id", "comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_workspace_id_member_id_comment_id_key" ON "notification"("workspace_id", "member_id", "comment_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "comment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_resolved_by_fkey" FOREIGN KEY ("workspace_id", "resolved_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_text" ADD CONSTRAINT "comment_text_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A comment is about one record.
ALTER TABLE "comment" ADD CONSTRAINT "comment_is_about_one_record" CHECK (num_nonnulls("entry_id", "demand_id", "source_id") = 1);

-- What a member was not told yet is counted on every page.
CREATE INDEX "notification_unseen" ON "notification" ("workspace_id", "member_id") WHERE "seen_at" IS NULL;
CREATE INDEX "notification_by_member" ON "notification" ("workspace_id", "member_id", "at" DESC);

alter table "comment" enable row level security;
alter table "comment" force row level security;
create policy by_workspace on "comment" using (workspace_id = (select app_workspace()));
alter table "comment_text" enable row level security;
alter table "comment_text" force row level security;
create policy by_workspace on "comment_text" using (workspace_id = (select app_workspace()));
alter table "notification" enable row level security;
alter table "notification" force row level security;
create policy by_workspace on "notification" using (workspace_id = (select app_workspace()));
