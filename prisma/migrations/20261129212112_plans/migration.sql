-- CreateEnum
CREATE TYPE "plan_outcome" AS ENUM ('happened', 'called_off');

-- CreateEnum
CREATE TYPE "plan_duty" AS ENUM ('marshal', 'speaker', 'press_contact', 'medic', 'legal_observer', 'other');

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "plan_role_id" UUID,
ADD COLUMN     "plan_task_id" UUID;

-- CreateTable
CREATE TABLE "plan" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "time_of_day" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "meets_at" TEXT NOT NULL DEFAULT '',
    "meets_where" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "outcome" "plan_outcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "entry_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "plan_organization" (
    "workspace_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "part" "entry_part" NOT NULL,

    CONSTRAINT "plan_organization_pkey" PRIMARY KEY ("workspace_id","plan_id","organization_id","part")
);

-- CreateTable
CREATE TABLE "plan_demand" (
    "workspace_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,

    CONSTRAINT "plan_demand_pkey" PRIMARY KEY ("workspace_id","plan_id","demand_id")
);

-- CreateTable
CREATE TABLE "plan_move" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "time_of_day" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "moved_by" UUID,
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,

    CONSTRAINT "plan_move_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "plan_role" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "duty" "plan_duty" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "plan_role_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "plan_task" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "done_by" UUID,
    "done_at" TIMESTAMPTZ,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "plan_task_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "plan_workspace_id_campaign_id_first_day_idx" ON "plan"("workspace_id", "campaign_id", "first_day");

-- CreateIndex
CREATE INDEX "plan_workspace_id_entry_id_idx" ON "plan"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "plan_workspace_id_decided_by_idx" ON "plan"("workspace_id", "decided_by");

-- CreateIndex
CREATE INDEX "plan_workspace_id_created_by_idx" ON "plan"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "plan_organization_workspace_id_organization_id_idx" ON "plan_organization"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "plan_demand_workspace_id_demand_id_idx" ON "plan_demand"("workspace_id", "demand_id");

-- CreateIndex
CREATE INDEX "plan_move_workspace_id_plan_id_idx" ON "plan_move"("workspace_id", "plan_id");

-- CreateIndex
CREATE INDEX "plan_move_workspace_id_moved_by_idx" ON "plan_move"("workspace_id", "moved_by");

-- CreateIndex
CREATE INDEX "plan_role_workspace_id_plan_id_idx" ON "plan_role"("workspace_id", "plan_id");

-- CreateIndex
CREATE INDEX "plan_task_workspace_id_plan_id_idx" ON "plan_task"("workspace_id", "plan_id");

-- CreateIndex
CREATE INDEX "plan_task_workspace_id_done_by_idx" ON "plan_task"("workspace_id", "done_by");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_plan_role_id_idx" ON "assignment"("workspace_id", "plan_role_id");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_plan_task_id_idx" ON "assignment"("workspace_id", "plan_task_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_plan_role_id_fkey" FOREIGN KEY ("workspace_id", "plan_role_id") REFERENCES "plan_role"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_plan_task_id_fkey" FOREIGN KEY ("workspace_id", "plan_task_id") REFERENCES "plan_task"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_decided_by_fkey" FOREIGN KEY ("workspace_id", "decided_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_organization" ADD CONSTRAINT "plan_organization_workspace_id_plan_id_fkey" FOREIGN KEY ("workspace_id", "plan_id") REFERENCES "plan"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_organization" ADD CONSTRAINT "plan_organization_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_demand" ADD CONSTRAINT "plan_demand_workspace_id_plan_id_fkey" FOREIGN KEY ("workspace_id", "plan_id") REFERENCES "plan"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_demand" ADD CONSTRAINT "plan_demand_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_move" ADD CONSTRAINT "plan_move_workspace_id_plan_id_fkey" FOREIGN KEY ("workspace_id", "plan_id") REFERENCES "plan"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_move" ADD CONSTRAINT "plan_move_workspace_id_moved_by_fkey" FOREIGN KEY ("workspace_id", "moved_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_role" ADD CONSTRAINT "plan_role_workspace_id_plan_id_fkey" FOREIGN KEY ("workspace_id", "plan_id") REFERENCES "plan"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_workspace_id_plan_id_fkey" FOREIGN KEY ("workspace_id", "plan_id") REFERENCES "plan"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_workspace_id_done_by_fkey" FOREIGN KEY ("workspace_id", "done_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An assignment is about an entry in a status, a follow-up, or a part in a plan.
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_is_about_one_record";
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_is_about_one_record" CHECK (
  num_nonnulls("entry_id", "follow_up_id", "plan_role_id", "plan_task_id") = 1
  AND ("entry_id" IS NULL) = ("entry_status" IS NULL)
);
ALTER TABLE "plan" ADD CONSTRAINT "plan_is_decided_at_a_time" CHECK (("outcome" IS NULL) = ("decided_at" IS NULL));
ALTER TABLE "plan" ADD CONSTRAINT "plan_that_happened_has_the_entry" CHECK ("entry_id" IS NULL OR "outcome" IS NOT DISTINCT FROM 'happened');

-- The same as before, and parts of plans.
create or replace function is_in_sight(what text, record uuid) returns boolean
language plpgsql stable parallel safe cost 1 as E'
begin
  if record is null then return true\x3b end if\x3b
  case what
    when ''campaign'' then return not record = any(app_hidden_campaigns())\x3b
    when ''entry'' then return exists (select from entry t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''demand'' then return exists (select from demand t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''inquiry'' then return exists (select from inquiry t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''follow_up'' then return exists (select from follow_up t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''share'' then return exists (select from share_link t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''import'' then return exists (select from import t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''calendar_feed'' then return exists (select from calendar_feed t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''appearance'' then return exists (select from appearance t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''quote'' then return exists (select from quote t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''claim'' then return exists (select from claim t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''assessment'' then return exists (select from assessment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''entry_link'' then return exists (select from entry_link t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''dispute'' then return exists (select from dispute t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''entry_reply'' then return exists (select from entry_reply t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''comment'' then return exists (select from comment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''assignment'' then return exists (select from assignment t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''photo'' then return exists (select from photo t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''plan'' then return exists (select from plan t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''plan_role'' then return exists (select from plan_role t where t.workspace_id = app_workspace() and t.id = record)\x3b
    when ''plan_task'' then return exists (select from plan_task t where t.workspace_id = app_workspace() and t.id = record)\x3b
    else return true\x3b
  end case\x3b
end ';

create policy in_open_campaigns on plan as restrictive using (case when campaign_id = any((select app_hidden_campaigns())::uuid[]) then null else true end is not null);
create policy in_open_campaigns on plan_organization as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('plan', plan_id)) then null else true end is not null);
create policy in_open_campaigns on plan_demand as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('plan', plan_id)) then null else true end is not null);
create policy in_open_campaigns on plan_move as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('plan', plan_id)) then null else true end is not null);
create policy in_open_campaigns on plan_role as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('plan', plan_id)) then null else true end is not null);
create policy in_open_campaigns on plan_task as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('plan', plan_id)) then null else true end is not null);
drop policy in_open_campaigns on assignment;
create policy in_open_campaigns on assignment as restrictive using (
  case when (select app_hides_campaigns()) and not (is_in_sight('entry', entry_id) and is_in_sight('follow_up', follow_up_id) and is_in_sight('plan_role', plan_role_id) and is_in_sight('plan_task', plan_task_id)) then null else true end is not null);

alter table "plan" enable row level security;
alter table "plan" force row level security;
create policy by_workspace on "plan" using (workspace_id = (select app_workspace()));
alter table "plan_organization" enable row level security;
alter table "plan_organization" force row level security;
create policy by_workspace on "plan_organization" using (workspace_id = (select app_workspace()));
alter table "plan_demand" enable row level security;
alter table "plan_demand" force row level security;
create policy by_workspace on "plan_demand" using (workspace_id = (select app_workspace()));
alter table "plan_move" enable row level security;
alter table "plan_move" force row level security;
create policy by_workspace on "plan_move" using (workspace_id = (select app_workspace()));
alter table "plan_role" enable row level security;
alter table "plan_role" force row level security;
create policy by_workspace on "plan_role" using (workspace_id = (select app_workspace()));
alter table "plan_task" enable row level security;
alter table "plan_task" force row level security;
create policy by_workspace on "plan_task" using (workspace_id = (select app_workspace()));

-- Whose doing a notification tells of.
ALTER TABLE "notification" ADD COLUMN "caused_by" UUID;
CREATE INDEX "notification_workspace_id_caused_by_idx" ON "notification"("workspace_id", "caused_by");
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_caused_by_fkey" FOREIGN KEY ("workspace_id", "caused_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
