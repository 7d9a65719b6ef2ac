-- AlterEnum
ALTER TYPE "entry_kind" ADD VALUE 'boycott';
ALTER TYPE "entry_kind" ADD VALUE 'vote';
ALTER TYPE "entry_kind" ADD VALUE 'lockout';
ALTER TYPE "entry_kind" ADD VALUE 'dispersal';

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "arrests" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "counter_protest" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "counter_protest_side" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "crowd_expected" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "end_time" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "injuries" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "measures_said_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "other_places" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "police_measures" TEXT NOT NULL DEFAULT '';
