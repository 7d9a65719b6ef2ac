-- AlterTable
ALTER TABLE "member" ADD COLUMN     "suspended_at" TIMESTAMPTZ;

-- Every rule that leaves out a removed member leaves out a suspended one.
ALTER TABLE "member" ADD CONSTRAINT "member_suspended_is_removed" CHECK ("suspended_at" IS NULL OR "removed_at" IS NOT NULL);
