-- AlterEnum
ALTER TYPE "row_result" ADD VALUE 'updated';

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "series" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "imported_row" ADD COLUMN     "key" BYTEA,
ADD COLUMN     "said" JSONB;

-- CreateIndex
CREATE INDEX "imported_row_workspace_id_key_idx" ON "imported_row"("workspace_id", "key");
