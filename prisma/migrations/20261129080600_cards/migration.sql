-- AlterTable
ALTER TABLE "share_link" ADD COLUMN     "cards" BOOLEAN NOT NULL DEFAULT false;
