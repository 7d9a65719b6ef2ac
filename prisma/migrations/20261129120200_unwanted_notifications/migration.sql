-- AlterTable
ALTER TABLE "account" ADD COLUMN     "unwanted_notifications" TEXT[] DEFAULT ARRAY[]::TEXT[];
