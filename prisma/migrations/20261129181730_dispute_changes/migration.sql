-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "changed_at" TIMESTAMPTZ;
