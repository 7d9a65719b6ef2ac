-- CreateEnum
CREATE TYPE "row_result" AS ENUM ('made', 'joined');

-- AlterTable
ALTER TABLE "imported_row" ADD COLUMN     "result" "row_result" NOT NULL DEFAULT 'made',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
