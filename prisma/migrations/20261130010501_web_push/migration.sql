-- Mail and push go out by one plan.
ALTER TABLE "notification_mail" RENAME TO "notification_message";
ALTER TABLE "notification_message" RENAME CONSTRAINT "notification_mail_pkey" TO "notification_message_pkey";
ALTER TABLE "notification_message" RENAME CONSTRAINT "notification_mail_workspace_id_member_id_fkey" TO "notification_message_workspace_id_member_id_fkey";
ALTER INDEX "notification_mail_workspace_id_due_at_idx" RENAME TO "notification_message_workspace_id_due_at_idx";
DROP INDEX "notification_mail_workspace_id_member_id_planned_at_key";
ALTER TABLE "notification_message" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'mail';

-- CreateIndex
CREATE UNIQUE INDEX "notification_message_workspace_id_member_id_channel_planned_key" ON "notification_message"("workspace_id", "member_id", "channel", "planned_at");

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "unpushed_notifications" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_message" UUID,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_session_id_key" ON "push_subscription"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_address_hash_key" ON "push_subscription"("address_hash");

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
