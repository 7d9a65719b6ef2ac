-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "assignment_id" UUID,
ALTER COLUMN "comment_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID,
    "entry_status" "entry_status",
    "follow_up_id" UUID,
    "member_id" UUID NOT NULL,
    "due_on" DATE,
    "assigned_by" UUID,
    "assigned_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "assignment_workspace_id_entry_id_idx" ON "assignment"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_follow_up_id_idx" ON "assignment"("workspace_id", "follow_up_id");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_member_id_ended_at_idx" ON "assignment"("workspace_id", "member_id", "ended_at");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_assigned_by_idx" ON "assignment"("workspace_id", "assigned_by");

-- CreateIndex
CREATE INDEX "notification_workspace_id_assignment_id_idx" ON "notification"("workspace_id", "assignment_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_follow_up_id_fkey" FOREIGN KEY ("workspace_id", "follow_up_id") REFERENCES "follow_up"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_assigned_by_fkey" FOREIGN KEY ("workspace_id", "assigned_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_assignment_id_fkey" FOREIGN KEY ("workspace_id", "assignment_id") REFERENCES "assignment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An assignment is about an entry in a status, or about a follow-up.
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_is_about_one_record" CHECK (
  num_nonnulls("entry_id", "follow_up_id") = 1 AND ("entry_id" IS NULL) = ("entry_status" IS NULL)
);
ALTER TABLE "notification" ADD CONSTRAINT "notification_is_about_one_thing" CHECK (num_nonnulls("comment_id", "assignment_id") = 1);

alter table "assignment" enable row level security;
alter table "assignment" force row level security;
create policy by_workspace on "assignment" using (workspace_id = (select app_workspace()));
