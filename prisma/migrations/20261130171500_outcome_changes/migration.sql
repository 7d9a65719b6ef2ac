-- AlterTable
ALTER TABLE "inquiry_update" ADD COLUMN     "changed_at" TIMESTAMPTZ;
