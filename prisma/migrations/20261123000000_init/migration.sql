-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'editor', 'contributor', 'viewer');

-- CreateEnum
CREATE TYPE "campaign_status" AS ENUM ('planned', 'active', 'paused', 'ended');

-- CreateEnum
CREATE TYPE "campaign_role" AS ENUM ('target', 'secondary_target', 'counterparty', 'organizer', 'ally', 'opponent', 'press');

-- CreateEnum
CREATE TYPE "demand_relation" AS ENUM ('raises', 'repeats', 'answers');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('meets', 'partly_meets', 'refuses', 'deflects', 'gives_no_reply');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('open', 'acknowledged', 'in_progress', 'partly_met', 'met', 'refused', 'reversed', 'withdrawn');

-- CreateEnum
CREATE TYPE "assessment_state" AS ENUM ('proposed', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "inquiry_outcome" AS ENUM ('waiting', 'did_not_immediately_respond', 'declined', 'answered');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('company', 'division', 'agency', 'vendor', 'union', 'advocacy_group', 'media', 'other');

-- CreateEnum
CREATE TYPE "consent" AS ENUM ('named', 'initials', 'role_only', 'hidden');

-- CreateEnum
CREATE TYPE "lane" AS ENUM ('action', 'response', 'outcome', 'context');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('rally', 'march', 'picket', 'vigil', 'walkout', 'strike', 'petition', 'open_letter', 'direct_action', 'press_conference', 'teach_in', 'meeting', 'shareholder_action', 'legal_action', 'hearing', 'online_action', 'statement', 'no_reply', 'refusal', 'negotiation', 'commitment', 'policy_change', 'contract_change', 'retaliation', 'win', 'partial_win', 'setback', 'milestone', 'news', 'report', 'announcement');

-- CreateEnum
CREATE TYPE "entry_status" AS ENUM ('draft', 'in_review', 'published');

-- CreateEnum
CREATE TYPE "place_precision" AS ENUM ('exact', 'town', 'hidden');

-- CreateEnum
CREATE TYPE "entry_part" AS ENUM ('actor', 'target', 'subject');

-- CreateEnum
CREATE TYPE "appearance_role" AS ENUM ('speaker', 'organizer', 'moderator', 'witness');

-- CreateEnum
CREATE TYPE "claim_field" AS ENUM ('date', 'crowd', 'place');

-- CreateEnum
CREATE TYPE "lens" AS ENUM ('public', 'press', 'ally', 'member');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('news', 'primary_document', 'social_post', 'first_hand');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "workspace_id" UUID,
    "signed_in_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "window_ends" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "joined_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "request_key" (
    "workspace_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "campaign" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "status" "campaign_status" NOT NULL DEFAULT 'active',
    "time_zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "campaign_organization" (
    "workspace_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "campaign_role" NOT NULL,

    CONSTRAINT "campaign_organization_pkey" PRIMARY KEY ("workspace_id","campaign_id","organization_id","role")
);

-- CreateTable
CREATE TABLE "demand" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "demand_version" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demand_version_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "demand_target" (
    "workspace_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "demand_target_pkey" PRIMARY KEY ("workspace_id","demand_id","organization_id")
);

-- CreateTable
CREATE TABLE "demand_counterparty" (
    "workspace_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "demand_counterparty_pkey" PRIMARY KEY ("workspace_id","demand_id","organization_id")
);

-- CreateTable
CREATE TABLE "entry_demand" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "relation" "demand_relation" NOT NULL,
    "organization_id" UUID,
    "stance" "stance",
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "entry_demand_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "standing" "standing" NOT NULL,
    "state" "assessment_state" NOT NULL DEFAULT 'confirmed',
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "decision_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "entry_id" UUID,
    "asked_by_organization_id" UUID,
    "through" TEXT NOT NULL DEFAULT '',
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "follow_up_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "inquiry_recipient" (
    "workspace_id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "outcome" "inquiry_outcome" NOT NULL DEFAULT 'waiting',

    CONSTRAINT "inquiry_recipient_pkey" PRIMARY KEY ("workspace_id","inquiry_id","organization_id")
);

-- CreateTable
CREATE TABLE "organization" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "kind" "organization_kind" NOT NULL DEFAULT 'other',
    "parent_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "consent" "consent" NOT NULL DEFAULT 'hidden',
    "consent_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "lane" "lane" NOT NULL,
    "status" "entry_status" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "edtf" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "time_of_day" TEXT,
    "time_zone" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "place_precision" "place_precision" NOT NULL DEFAULT 'exact',
    "place_hidden_until" TIMESTAMPTZ,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "crowd_low" INTEGER,
    "crowd_high" INTEGER,
    "crowd_words" TEXT NOT NULL DEFAULT '',
    "crowd_counted_by" TEXT NOT NULL DEFAULT '',
    "participants" TEXT NOT NULL DEFAULT '',
    "according_to_person_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "private_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "entry_organization" (
    "workspace_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "part" "entry_part" NOT NULL,

    CONSTRAINT "entry_organization_pkey" PRIMARY KEY ("workspace_id","entry_id","organization_id","part")
);

-- CreateTable
CREATE TABLE "appearance" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "appearance_role" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "quote" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appearance_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "consent" "consent",
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "field" "claim_field" NOT NULL,
    "value" TEXT NOT NULL,
    "said_by" TEXT NOT NULL DEFAULT '',
    "working" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "revision" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changes" JSONB NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "member_id" UUID,
    "action" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "share_link" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "lens" "lens" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ,

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "share_revocation" (
    "workspace_id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "revoked_by" UUID,
    "revoked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_revocation_pkey" PRIMARY KEY ("workspace_id","share_link_id")
);

-- CreateTable
CREATE TABLE "source" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "source_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "published" TEXT NOT NULL DEFAULT '',
    "accessed_on" DATE,
    "archive_url" TEXT NOT NULL DEFAULT '',
    "captured_text" TEXT NOT NULL DEFAULT '',
    "captured_sha256" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ,

    CONSTRAINT "source_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "source_picture" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "source_picture_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "citation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "exact" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "entry_id" UUID,
    "quote_id" UUID,
    "claim_id" UUID,
    "assessment_id" UUID,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_token_token_hash_key" ON "setup_token"("token_hash");

-- CreateIndex
CREATE INDEX "rate_limit_window_ends_idx" ON "rate_limit"("window_ends");

-- CreateIndex
CREATE INDEX "member_account_id_idx" ON "member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_account_id_key" ON "member"("workspace_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_workspace_id_slug_key" ON "campaign"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "campaign_organization_workspace_id_organization_id_idx" ON "campaign_organization"("workspace_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "demand_workspace_id_campaign_id_number_key" ON "demand"("workspace_id", "campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "demand_version_workspace_id_demand_id_number_key" ON "demand_version"("workspace_id", "demand_id", "number");

-- CreateIndex
CREATE INDEX "demand_target_workspace_id_organization_id_idx" ON "demand_target"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "demand_counterparty_workspace_id_organization_id_idx" ON "demand_counterparty"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "entry_demand_workspace_id_entry_id_idx" ON "entry_demand"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "entry_demand_workspace_id_demand_id_idx" ON "entry_demand"("workspace_id", "demand_id");

-- CreateIndex
CREATE INDEX "entry_demand_workspace_id_organization_id_idx" ON "entry_demand"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "assessment_workspace_id_demand_id_organization_id_idx" ON "assessment"("workspace_id", "demand_id", "organization_id");

-- CreateIndex
CREATE INDEX "assessment_workspace_id_organization_id_idx" ON "assessment"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "assessment_workspace_id_entry_id_idx" ON "assessment"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "inquiry_workspace_id_campaign_id_idx" ON "inquiry"("workspace_id", "campaign_id");

-- CreateIndex
CREATE INDEX "inquiry_workspace_id_entry_id_idx" ON "inquiry"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "inquiry_workspace_id_asked_by_organization_id_idx" ON "inquiry"("workspace_id", "asked_by_organization_id");

-- CreateIndex
CREATE INDEX "inquiry_recipient_workspace_id_organization_id_idx" ON "inquiry_recipient"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "organization_workspace_id_parent_id_idx" ON "organization"("workspace_id", "parent_id");

-- CreateIndex
CREATE INDEX "entry_workspace_id_campaign_id_first_day_id_idx" ON "entry"("workspace_id", "campaign_id", "first_day", "id");

-- CreateIndex
CREATE INDEX "entry_workspace_id_according_to_person_id_idx" ON "entry"("workspace_id", "according_to_person_id");

-- CreateIndex
CREATE INDEX "entry_workspace_id_created_by_idx" ON "entry"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "entry_organization_workspace_id_organization_id_idx" ON "entry_organization"("workspace_id", "organization_id");

-- CreateIndex
CREATE INDEX "appearance_workspace_id_entry_id_idx" ON "appearance"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "appearance_workspace_id_person_id_idx" ON "appearance"("workspace_id", "person_id");

-- CreateIndex
CREATE INDEX "quote_workspace_id_appearance_id_idx" ON "quote"("workspace_id", "appearance_id");

-- CreateIndex
CREATE INDEX "claim_workspace_id_entry_id_idx" ON "claim"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "revision_workspace_id_member_id_idx" ON "revision"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_workspace_id_record_record_id_version_key" ON "revision"("workspace_id", "record", "record_id", "version");

-- CreateIndex
CREATE INDEX "audit_event_workspace_id_record_id_idx" ON "audit_event"("workspace_id", "record_id");

-- CreateIndex
CREATE INDEX "audit_event_workspace_id_member_id_idx" ON "audit_event"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_workspace_id_campaign_id_idx" ON "share_link"("workspace_id", "campaign_id");

-- CreateIndex
CREATE INDEX "share_link_workspace_id_created_by_idx" ON "share_link"("workspace_id", "created_by");

-- CreateIndex
CREATE INDEX "share_revocation_workspace_id_revoked_by_idx" ON "share_revocation"("workspace_id", "revoked_by");

-- CreateIndex
CREATE INDEX "source_picture_workspace_id_source_id_idx" ON "source_picture"("workspace_id", "source_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_source_id_idx" ON "citation"("workspace_id", "source_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_entry_id_idx" ON "citation"("workspace_id", "entry_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_quote_id_idx" ON "citation"("workspace_id", "quote_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_claim_id_idx" ON "citation"("workspace_id", "claim_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_assessment_id_idx" ON "citation"("workspace_id", "assessment_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_organization" ADD CONSTRAINT "campaign_organization_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_organization" ADD CONSTRAINT "campaign_organization_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_version" ADD CONSTRAINT "demand_version_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_target" ADD CONSTRAINT "demand_target_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_target" ADD CONSTRAINT "demand_target_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_counterparty" ADD CONSTRAINT "demand_counterparty_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_counterparty" ADD CONSTRAINT "demand_counterparty_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_demand" ADD CONSTRAINT "entry_demand_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_demand" ADD CONSTRAINT "entry_demand_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_demand" ADD CONSTRAINT "entry_demand_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_workspace_id_demand_id_fkey" FOREIGN KEY ("workspace_id", "demand_id") REFERENCES "demand"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_workspace_id_asked_by_organization_id_fkey" FOREIGN KEY ("workspace_id", "asked_by_organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_recipient" ADD CONSTRAINT "inquiry_recipient_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_recipient" ADD CONSTRAINT "inquiry_recipient_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_workspace_id_according_to_person_id_fkey" FOREIGN KEY ("workspace_id", "according_to_person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_organization" ADD CONSTRAINT "entry_organization_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_organization" ADD CONSTRAINT "entry_organization_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organization"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_workspace_id_appearance_id_fkey" FOREIGN KEY ("workspace_id", "appearance_id") REFERENCES "appearance"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaign"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_workspace_id_created_by_fkey" FOREIGN KEY ("workspace_id", "created_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_revocation" ADD CONSTRAINT "share_revocation_workspace_id_share_link_id_fkey" FOREIGN KEY ("workspace_id", "share_link_id") REFERENCES "share_link"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_revocation" ADD CONSTRAINT "share_revocation_workspace_id_revoked_by_fkey" FOREIGN KEY ("workspace_id", "revoked_by") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_picture" ADD CONSTRAINT "source_picture_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "entry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_quote_id_fkey" FOREIGN KEY ("workspace_id", "quote_id") REFERENCES "quote"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_assessment_id_fkey" FOREIGN KEY ("workspace_id", "assessment_id") REFERENCES "assessment"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
