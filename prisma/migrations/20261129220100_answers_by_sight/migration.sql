-- The restricted campaigns that were hidden from a token when it was answered: the answer is not given
-- again once more are.
ALTER TABLE "api_answer" ADD COLUMN "hidden_campaigns" UUID[];
