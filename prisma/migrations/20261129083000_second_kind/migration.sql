-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "also_kind" "entry_kind";

-- CreateIndex
CREATE INDEX "entry_also_kind" ON "entry"("workspace_id", "campaign_id", "also_kind");
