-- AlterTable
ALTER TABLE "source" ADD COLUMN     "added_in" UUID;
