import type { Context, Keyed } from "@working-social/db";
import { once, onConstraint, recordAudit, timestamp, withPrisma } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { authorize } from "../../authorize.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../../plans/queries.ts";
import type { CreateTeamInput, TeamView } from "../../schema.ts";
import { requireTeam } from "../queries.ts";

/** Needs managePeople. Throws name_taken, and not_found for an unknown plan. */
export async function createTeam(ctx: Context, keyed: Keyed<CreateTeamInput>): Promise<TeamView> {
  authorize(ctx, "managePeople");
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "teams.create", input };
  return onConstraint(
    "teams_organization_id_name_key",
    () => nameTaken(input.name),
    () =>
      withPrisma(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          if (input.planId !== null) await requirePlan(tx.prisma, input.planId);
          const id = newId();
          const createdAt = timestamp(ctx.clock.now());
          await tx.prisma.team.create({ data: { id, organizationId: ctx.organizationId, ...input, createdAt } });
          await recordAudit(tx, ctx, {
            action: "team.create",
            subjectType: "team",
            subjectId: id,
            data: { created: input },
          });
          return requireTeam(tx.prisma, id);
        }),
      ),
  );
}
