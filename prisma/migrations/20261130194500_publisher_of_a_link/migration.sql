-- AlterTable
ALTER TABLE "share_link" ADD COLUMN     "publisher_about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_corrections" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_name" TEXT NOT NULL DEFAULT '';
