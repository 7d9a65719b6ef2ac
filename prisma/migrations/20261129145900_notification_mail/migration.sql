-- AlterTable
ALTER TABLE "account" ADD COLUMN     "mail_hour" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "mail_when" TEXT NOT NULL DEFAULT 'never';

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "mail_id" UUID;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "mail_quotes" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "notification_mail" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "handed_at" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "trouble" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "notification_mail_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "notification_mail_workspace_id_due_at_idx" ON "notification_mail"("workspace_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_mail_workspace_id_member_id_planned_at_key" ON "notification_mail"("workspace_id", "member_id", "planned_at");

-- AddForeignKey
ALTER TABLE "notification_mail" ADD CONSTRAINT "notification_mail_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table "notification_mail" enable row level security;
alter table "notification_mail" force row level security;
create policy by_workspace on "notification_mail" using (workspace_id = (select app_workspace()));
