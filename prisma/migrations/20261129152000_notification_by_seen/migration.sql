-- CreateIndex
CREATE INDEX "notification_by_seen" ON "notification"("workspace_id", "member_id", "seen_at");
