import { openAndSettle } from "@working-social/charges";
import type { EventNamed } from "./events.ts";
import type { Within } from "./reaction.ts";

/** Another plan counts at once: who is given a larger one at the desk sees its credits before they are back at their seat. */
export const openCreditsOfPerson: Within<
  EventNamed<"person.invited" | "person.updated" | "person.suspended" | "person.reactivated">
> = async (tx, ctx, { subjectId }) => {
  await openAndSettle(tx, ctx, { personId: subjectId });
};

export const openCreditsOfTeam: Within<EventNamed<"team.created" | "team.updated">> = async (
  tx,
  ctx,
  { subjectId },
) => {
  await openAndSettle(tx, ctx, { teamId: subjectId });
};
