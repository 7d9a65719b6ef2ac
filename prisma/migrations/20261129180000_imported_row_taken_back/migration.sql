-- What was undone is remembered, so that other editions of its file can be undone in any order.
-- AlterTable
ALTER TABLE "imported_row" ADD COLUMN "taken_back" INTEGER;
