-- Several columns become one thing in the order of their mapping, which jsonb does not keep.
-- AlterTable
ALTER TABLE "import" ALTER COLUMN "mapping" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "saved_mapping" ALTER COLUMN "mapping" SET DATA TYPE JSON;
