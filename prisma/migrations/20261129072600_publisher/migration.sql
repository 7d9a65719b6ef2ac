-- AlterTable
ALTER TABLE "share_link" ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "publisher_about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_corrections" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publisher_name" TEXT NOT NULL DEFAULT '';

-- Links for everybody say who keeps the record, once somebody writes it down, and the others do not by themselves.
ALTER TABLE "share_link" NO FORCE ROW LEVEL SECURITY;
UPDATE "share_link" SET "named" = true WHERE "lens" = 'public' AND NOT "private";
ALTER TABLE "share_link" FORCE ROW LEVEL SECURITY;
