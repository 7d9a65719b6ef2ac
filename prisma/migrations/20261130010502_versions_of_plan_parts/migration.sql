-- AlterTable
ALTER TABLE "plan_role" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "plan_task" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
