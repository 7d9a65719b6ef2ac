-- That a second person checked an entry, at which version, who and on which day.
ALTER TABLE "entry" ADD COLUMN     "checked_by" UUID,
ADD COLUMN     "checked_on" DATE,
ADD COLUMN     "checked_version" INTEGER;

-- CreateIndex
CREATE INDEX "entry_workspace_id_checked_by_idx" ON "entry"("workspace_id", "checked_by");

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_workspace_id_checked_by_fkey" FOREIGN KEY ("workspace_id", "checked_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
