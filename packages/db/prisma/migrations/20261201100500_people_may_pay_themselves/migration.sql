-- A person of a team whose money is their own affair: what they are charged is on their own account, and not on the team's. What stands
-- charged stays where it is.
ALTER TABLE "people" ADD COLUMN "pays_privately" BOOLEAN NOT NULL DEFAULT false;
