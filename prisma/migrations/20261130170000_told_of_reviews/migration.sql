-- What became of the review of an entry is told, too.
ALTER TABLE "notification" ADD COLUMN     "entry_id" UUID,
ADD COLUMN     "entry_version" INTEGER;

-- CreateIndex
CREATE INDEX "notification_workspace_id_entry_id_idx" ON "notification"("workspace_id", "entry_id");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table "notification" drop constraint "notification_is_about_one_thing";
alter table "notification" add constraint "notification_is_about_one_thing" check (
  num_nonnulls("comment_id", "assignment_id", "entry_id") = 1 and num_nonnulls("entry_id", "entry_version") <> 1);

drop policy in_open_campaigns on notification;
create policy in_open_campaigns on notification as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('comment', comment_id) and is_in_sight('assignment', assignment_id) and is_in_sight('entry', entry_id)) then null else true end is not null);
