import { followAssignedPlan } from "@working-social/billing";
import { CONTINUE_RUNS } from "../jobs/names.ts";
import type { EventNamed } from "./events.ts";
import type { After, Within } from "./reaction.ts";

/** A plan that was given past any contract is one from today on, which bills nothing yet. */
export const followPlanOfPerson: Within<EventNamed<"person.invited" | "person.updated">> = (tx, ctx, { subjectId }) =>
  followAssignedPlan(tx, ctx, { personId: subjectId });

export const followPlanOfTeam: Within<EventNamed<"team.created" | "team.updated">> = (tx, ctx, { subjectId }) =>
  followAssignedPlan(tx, ctx, { teamId: subjectId });

/** A run begins at once, in a job that takes as long as it takes; the clock goes on with it where that job was stopped. */
export const goOnWithRun: After<EventNamed<"billing_run.started">> = {
  name: "go_on_with_run",
  concerns: () => true,
  run: async (tx, _ctx, _event, { jobs }) => {
    await jobs.enqueue(tx, { name: CONTINUE_RUNS, data: {} });
  },
};
