-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "requires_codes" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "second_step" (
    "account_id" UUID NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ,
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_step_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id","hash")
);

-- CreateTable
CREATE TABLE "pending_sign_in" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "start_in" UUID,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "pending_sign_in_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "pending_sign_in_account_id_idx" ON "pending_sign_in"("account_id");

-- AddForeignKey
ALTER TABLE "second_step" ADD CONSTRAINT "second_step_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_sign_in" ADD CONSTRAINT "pending_sign_in_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
