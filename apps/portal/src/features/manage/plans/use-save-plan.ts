import type { PlanAllowance } from "@working-social/credits/schema";
import type { PlanView } from "@working-social/directory/schema";
import { useRef } from "react";
import type { z } from "zod";
import { useAction } from "../../../lib/action.ts";
import { useKeyedAction } from "../../../lib/keyed-action.ts";
import { trpc } from "../../../lib/trpc.ts";
import { isInUse, isSame, type PlanFields } from "./plan-form.ts";

type PlanInput = z.output<typeof PlanFields>;
type SavePlanOptions = { plan: PlanView | null; allowances: readonly PlanAllowance[]; onDone: (name: string) => void };

/**
 * Saves the name, then the credits: two verbs of the server. When the second is refused, the first is not done again,
 * so that no plan comes twice.
 */
export function useSavePlan({ plan, allowances, onDone }: SavePlanOptions) {
  const wanted = useRef<PlanInput>(undefined);
  const known = useRef(plan && { id: plan.id, name: plan.name });
  const named = (saved: PlanView) => {
    known.current = { id: saved.id, name: saved.name };
    saveAllowances(saved.id);
  };
  const create = useKeyedAction(trpc.plans.create.mutationOptions(), { onDone: named });
  const update = useAction(trpc.plans.update.mutationOptions(), { onDone: named });
  const set = useAction(trpc.credits.setPlanAllowances.mutationOptions(), {
    onDone: () => onDone(known.current?.name ?? ""),
  });
  function saveAllowances(planId: string) {
    const { allowances: next = [], from } = wanted.current ?? {};
    if (isSame(allowances, next)) onDone(known.current?.name ?? "");
    // Whoever joins a new plan gets this month's as well.
    else set.run({ planId, allowances: next, from: plan && isInUse(plan) ? (from ?? "next_period") : "now" });
  }
  function save(input: PlanInput) {
    wanted.current = input;
    for (const action of [create, update, set]) action.reset();
    const { current } = known;
    if (current === null) create.run({ name: input.name });
    else if (current.name !== input.name) update.run({ id: current.id, name: input.name });
    else saveAllowances(current.id);
  }
  return {
    save,
    saving: {
      isPending: create.isPending || update.isPending || set.isPending,
      refusal: create.refusal ?? update.refusal ?? set.refusal,
    },
  };
}
