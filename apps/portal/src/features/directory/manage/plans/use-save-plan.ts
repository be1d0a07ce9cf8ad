import type { PlanView } from "@working-social/directory/schema";
import { useRef } from "react";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import type { FormEdit } from "../../../manage/form/use-entity-form.ts";
import { isInUse, type PlanFields } from "./plan-form.ts";

type PlanInput = z.output<typeof PlanFields>;
type SavePlanOptions = { plan: PlanView | null; onDone: (name: string) => void };

/**
 * Saves the name, then the credits: two verbs of the server. When the second is refused, the first is not done again,
 * so that no plan comes twice.
 */
export function useSavePlan({ plan, onDone }: SavePlanOptions) {
  const wanted = useRef<FormEdit<PlanInput>>(undefined);
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
    const { allowances, from = "next_period", seen = {} } = wanted.current ?? {};
    if (!allowances) onDone(known.current?.name ?? "");
    // Whoever joins a new plan gets this month's as well.
    else set.run({ planId, allowances, from: plan && isInUse(plan) ? from : "now", seen });
  }
  function reset() {
    for (const action of [create, update, set]) action.reset();
  }
  function save({ name }: PlanInput, edit: FormEdit<PlanInput>) {
    wanted.current = edit;
    reset();
    const { current } = known;
    if (current === null) create.run({ name });
    else if (edit.name !== undefined && current.name !== name) update.run({ id: current.id, name, seen: edit.seen });
    else saveAllowances(current.id);
  }
  return {
    save,
    saving: {
      isPending: create.isPending || update.isPending || set.isPending,
      refusal: create.refusal ?? update.refusal ?? set.refusal,
      reset,
    },
  };
}
