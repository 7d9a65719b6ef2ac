-- AlterTable
ALTER TABLE "photo" ADD COLUMN     "hashes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- As many as there are files, or none of a picture from before they were noted.
alter table photo add constraint photo_hashes check (
  cardinality(hashes) in (0, cardinality(suffixes)) and array_to_string(hashes, ' ') ~ '^([0-9a-f]{64} ?)*$'
);
