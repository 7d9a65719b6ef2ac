ALTER TABLE "share_link" ADD COLUMN "locked_down" BOOLEAN NOT NULL DEFAULT false;
-- Which of those that are paused a lock-down paused is not known: they are resumed one by one.
alter table share_link no force row level security;
update share_link set locked_down = true where paused_at is not null;
alter table share_link force row level security;
