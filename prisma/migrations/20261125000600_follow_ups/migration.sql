-- CreateEnum
CREATE TYPE "follow_up_ending" AS ENUM ('done', 'cleared', 'moved');

-- Follow-ups have rows of their own, with who set them and how they ended. Nothing was ever written here.
ALTER TABLE "inquiry" DROP COLUMN "follow_up_on";

-- CreateTable
CREATE TABLE "inquiry_update" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "outcome" "inquiry_outcome" NOT NULL,
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,

    CONSTRAINT "inquiry_update_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "demand_id" UUID,
    "inquiry_id" UUID,
    "organization_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ending" "follow_up_ending",
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "inquiry_update_workspace_id_inquiry_id_organization_id_idx" ON "inquiry_update"("workspace_id", "inquiry_id", "organization_id");

-- CreateIndex
CREATE INDEX "inquiry_update_workspace_id_organization_id_idx" ON "inquiry_update"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "inquiry_update_workspace_id_entry_id_idx" ON "inquiry_update"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "inquiry_update_workspace_id_created_by_idx" ON "inquiry_update"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "follow_up_workspace_id_campaign_id_due_on_idx" ON "follow_up"("workspace_id", "campaign_id", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_workspace_id_demand_id_organization_id_idx" ON "follow_up"("workspace_id", "demand_id", "organization_id");

-- CreateIndex
CREATE INDEX "follow_up_workspace_id_inquiry_id_organization_id_idx" ON "follow_up"("workspace_id", "inquiry_id", "organization_id");

-- CreateIndex
CREATE INDEX "follow_up_workspace_id_organization_id_idx" ON "follow_up"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "follow_up_workspace_id_created_by_idx" ON "follow_up"("workspace_id", "created_by");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_workspace_id_campaign_id_member_id_idx" ON "calendar_feed"("workspace_id", "campaign_id", "member_id");

-- CreateIndex
CREATE INDEX "calendar_feed_workspace_id_member_id_idx" ON "calendar_feed"("workspace_id", "member_id");

-- AddForeignKey
ALTER TABLE "inquiry_update" ADD CONSTRAINT "inquiry_update_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_update" ADD CONSTRAINT "inquiry_update_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_update" ADD CONSTRAINT "inquiry_update_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_update" ADD CONSTRAINT "inquiry_update_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table inquiry_update enable row level security;
alter table inquiry_update force row level security;
create policy by_workspace on inquiry_update using (workspace_id = (select app_workspace()));
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy by_workspace on follow_up using (workspace_id = (select app_workspace()));
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy by_workspace on calendar_feed using (workspace_id = (select app_workspace()));

-- Before the door: whoever holds a feed's token may see that one row.
create function app_feed_token_hash() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.feed_token_hash', true), ''), 'hex') $$;
create policy by_token on calendar_feed for select using (token_hash = (select app_feed_token_hash()));

alter table inquiry_update add constraint inquiry_update_days_in_order check (first_day <= last_day);
-- A follow-up is of one thing: a demand at a target, or an inquiry at one who was asked.
alter table follow_up add constraint follow_up_of_one check (num_nonnulls(demand_id, inquiry_id) = 1);
alter table follow_up add constraint follow_up_ended check ((ending is null) = (ended_at is null));
-- Two open dates for the same thing would contradict each other.
create unique index follow_up_open_demand on follow_up (workspace_id, demand_id, organization_id) where ending is null;
create unique index follow_up_open_inquiry on follow_up (workspace_id, inquiry_id, organization_id) where ending is null;
alter table calendar_feed add constraint calendar_feed_token_hash check (octet_length(token_hash) = 32);
create unique index calendar_feed_one_live on calendar_feed (workspace_id, campaign_id, member_id) where ended_at is null;
