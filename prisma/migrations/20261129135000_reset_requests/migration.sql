-- CreateTable
CREATE TABLE "reset_request" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "handed_at" TIMESTAMPTZ,
    "trouble" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "reset_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reset_request_due_at_idx" ON "reset_request"("due_at");
