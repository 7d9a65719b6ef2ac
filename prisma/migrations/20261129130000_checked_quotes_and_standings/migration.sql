-- That a second person checked a quote or a standing: who, and on which day.
ALTER TABLE "quote" ADD COLUMN     "checked_by" UUID,
ADD COLUMN     "checked_on" DATE;

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "checked_by" UUID,
ADD COLUMN     "checked_on" DATE;

-- CreateIndex
CREATE INDEX "quote_workspace_id_checked_by_idx" ON "quote"("workspace_id", "checked_by");

-- CreateIndex
CREATE INDEX "assessment_workspace_id_checked_by_idx" ON "assessment"("workspace_id", "checked_by");

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_workspace_id_checked_by_fkey" FOREIGN KEY ("workspace_id", "checked_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_workspace_id_checked_by_fkey" FOREIGN KEY ("workspace_id", "checked_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
