import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { nameTaken } from "../../errors.ts";
import { requireAffiliation } from "../../people/steps/require-affiliation.ts";
import type { CreateTeamInput, TeamView } from "../../schema.ts";
import { requireTeam } from "../queries.ts";

/** Needs managePeople. Throws name_taken, and not_found for an unknown plan. */
export async function createTeam(ctx: Context, keyed: Keyed<CreateTeamInput>): Promise<TeamView> {
  authorize(ctx, ...createTeam.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "teams.create", input };
  return onConstraint(
    "teams_organization_id_name_key",
    () => nameTaken(input.name),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          const { name, planId } = input;
          await requireAffiliation(tx, { planId, teamId: null, homeLocationId: null });
          const id = newId();
          await tx.query(
            "INSERT INTO teams (id, organization_id, name, plan_id, created_at) VALUES ($1::uuid, $2::uuid, $3, $4::uuid, $5)",
            [id, ctx.organizationId, name, planId, timestamp(ctx.clock.now())],
          );
          await emit(tx, ctx, {
            name: "team.created",
            subjectType: "team",
            subjectId: id,
            data: { created: input },
          });
          return requireTeam(tx, ctx, id);
        }),
      ),
  );
}
createTeam.needs = ["managePeople"] as const;
