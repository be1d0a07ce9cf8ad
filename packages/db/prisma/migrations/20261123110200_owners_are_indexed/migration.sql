-- Under row-level security an index on coalesce(person_id, team_id) is never used: the planner takes the expression for one
-- that could leak. So the owner is a column.
ALTER TABLE "credit_periods" ADD COLUMN "owner_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce(person_id, team_id)) STORED;
CREATE INDEX "credit_periods_organization_id_owner_id_starts_at_idx" ON "credit_periods"("organization_id", "owner_id", "starts_at");
ALTER TABLE "credit_lots" ADD COLUMN "owner_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce(person_id, team_id)) STORED;
DROP INDEX credit_lots_of_plans;
CREATE INDEX credit_lots_of_plans ON credit_lots (organization_id, owner_id, starts_at) WHERE plan_id IS NOT NULL;
