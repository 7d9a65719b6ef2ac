-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "action" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "undoable_change" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "kept_id" UUID,
    "gone_id" UUID,
    "member_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,
    "detail" JSONB NOT NULL,

    CONSTRAINT "undoable_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_workspace_id_invited_by_idx" ON "invitation"("workspace_id", "invited_by");

-- CreateIndex
CREATE INDEX "undoable_change_workspace_id_record_gone_id_idx" ON "undoable_change"("workspace_id", "record", "gone_id");

-- CreateIndex
CREATE INDEX "undoable_change_workspace_id_record_kept_id_idx" ON "undoable_change"("workspace_id", "record", "kept_id");

-- CreateIndex
CREATE INDEX "undoable_change_workspace_id_member_id_idx" ON "undoable_change"("workspace_id", "member_id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_invited_by_fkey" FOREIGN KEY ("workspace_id", "invited_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undoable_change" ADD CONSTRAINT "undoable_change_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy by_workspace on invitation using (workspace_id = (select app_workspace()));
alter table undoable_change enable row level security;
alter table undoable_change force row level security;
create policy by_workspace on undoable_change using (workspace_id = (select app_workspace()));

-- Before the door: whoever holds an invitation's token may see that one invitation.
create function app_invitation_token_hash() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.invitation_token_hash', true), ''), 'hex') $$;
create policy by_token on invitation for select using (token_hash = (select app_invitation_token_hash()));
alter table invitation add constraint invitation_token_hash check (octet_length(token_hash) = 32);
