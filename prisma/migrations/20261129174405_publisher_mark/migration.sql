-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "publisher_mark" BYTEA,
ADD COLUMN     "publisher_mark_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_mark_height" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "publisher_mark_width" INTEGER NOT NULL DEFAULT 0;
