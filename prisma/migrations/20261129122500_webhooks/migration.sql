-- CreateTable
CREATE TABLE "webhook" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_message" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ,
    "status" INTEGER,
    "trouble" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "webhook_workspace_id_created_by_idx" ON "webhook"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "webhook_message_workspace_id_webhook_id_tried_at_idx" ON "webhook_message"("workspace_id", "webhook_id", "tried_at");

-- CreateIndex
CREATE INDEX "webhook_message_workspace_id_due_at_idx" ON "webhook_message"("workspace_id", "due_at");

-- CreateIndex
CREATE INDEX "webhook_message_workspace_id_at_idx" ON "webhook_message"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_workspace_id_webhook_id_fkey" FOREIGN KEY ("workspace_id", "webhook_id") REFERENCES "webhook"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table webhook enable row level security;
alter table webhook force row level security;
create policy by_workspace on webhook using (workspace_id = (select app_workspace()));
alter table webhook_message enable row level security;
alter table webhook_message force row level security;
create policy by_workspace on webhook_message using (workspace_id = (select app_workspace()));

-- Whichever way an entry comes to be published, its message is written in the same transaction. The
-- body is written with \x3b for a semicolon, at which a migration is cut.
create function entry_published() returns trigger language plpgsql as E'
begin
  insert into webhook_message (workspace_id, id, webhook_id, entry_id, due_at)
    select new.workspace_id, gen_random_uuid(), w.id, new.id, now()
      from webhook w where w.workspace_id = new.workspace_id and w.ended_at is null\x3b
  return null\x3b
end ';
create trigger entry_published_at_once after insert on entry for each row
  when (new.status = 'published' and new.trashed_at is null) execute function entry_published();
create trigger entry_published_later after update of status on entry for each row
  when (new.status = 'published' and old.status <> 'published' and new.trashed_at is null)
  execute function entry_published();
