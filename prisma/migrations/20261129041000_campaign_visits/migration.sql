-- CreateTable
CREATE TABLE "campaign_visit" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "seen_until" TIMESTAMPTZ NOT NULL,
    "shown_until" TIMESTAMPTZ NOT NULL,
    "noted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_visit_pkey" PRIMARY KEY ("workspace_id","member_id","campaign_id")
);

-- CreateIndex
CREATE INDEX "campaign_visit_workspace_id_campaign_id_idx" ON "campaign_visit"("workspace_id", "campaign_id");

-- AddForeignKey
ALTER TABLE "campaign_visit" ADD CONSTRAINT "campaign_visit_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_visit" ADD CONSTRAINT "campaign_visit_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table campaign_visit enable row level security;
alter table campaign_visit force row level security;
create policy by_workspace on campaign_visit using (workspace_id = (select app_workspace()));
