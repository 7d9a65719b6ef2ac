-- AlterTable
ALTER TABLE "account" ADD COLUMN     "theme" TEXT NOT NULL DEFAULT 'system',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "week_start" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "keeps_names" BOOLEAN NOT NULL DEFAULT true;
