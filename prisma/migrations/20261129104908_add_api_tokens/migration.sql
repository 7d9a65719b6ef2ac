-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "token" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "api_token" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scope" TEXT NOT NULL,
    "every_campaign" BOOLEAN NOT NULL,
    "campaign_ids" UUID[],
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "workspace_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("workspace_id","token_id","key_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_workspace_id_member_id_idx" ON "api_token"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "api_answer_workspace_id_at_idx" ON "api_answer"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_answer" ADD CONSTRAINT "api_answer_workspace_id_token_id_fkey" FOREIGN KEY ("workspace_id", "token_id") REFERENCES "api_token"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table api_token enable row level security;
alter table api_token force row level security;
create policy by_workspace on api_token using (workspace_id = (select app_workspace()));
alter table api_answer enable row level security;
alter table api_answer force row level security;
create policy by_workspace on api_answer using (workspace_id = (select app_workspace()));

-- Before the door: whoever holds a token may see that one row.
create function app_api_token_hash() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.api_token_hash', true), ''), 'hex') $$;
create policy by_token on api_token for select using (token_hash = (select app_api_token_hash()));

alter table api_token add constraint api_token_hash check (octet_length(token_hash) = 32);
alter table api_token add constraint api_token_scope check (scope in ('read', 'drafts', 'publish'));
