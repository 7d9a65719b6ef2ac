-- CreateTable
CREATE TABLE "quote_demand" (
    "workspace_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,

    CONSTRAINT "quote_demand_pkey" PRIMARY KEY ("workspace_id","quote_id","demand_id")
);

-- CreateIndex
CREATE INDEX "quote_demand_workspace_id_demand_id_idx" ON "quote_demand"("workspace_id", "demand_id");

-- AddForeignKey
ALTER TABLE "quote_demand" ADD CONSTRAINT "quote_demand_workspace_id_quote_id_fkey" FOREIGN KEY ("workspace_id", "quote_id") REFERENCES "quote"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_demand" ADD CONSTRAINT "quote_demand_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table quote_demand enable row level security;
alter table quote_demand force row level security;
create policy by_workspace on quote_demand using (workspace_id = (select app_workspace()));
