import { PlanAllowance } from "@working-social/credits/schema";
import type { PlanView } from "@working-social/directory/schema";
import { CreatePlanInput } from "@working-social/directory/schema";
import { z } from "zod";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";

/** As it is typed: a quantity begins empty, and the server's schema says that it is needed. */
const AllowanceFields = PlanAllowance.extend({
  quantity: z.int().nullable().pipe(PlanAllowance.shape.quantity),
});
export type AllowanceValues = z.input<typeof AllowanceFields>;

/** A plan as one form: its name, what it gives each month, and from when a change of that counts. */
export const PlanFields = CreatePlanInput.extend({
  allowances: z.array(AllowanceFields).max(20),
  from: z.enum(["next_period", "now"]),
});
export type PlanFieldValues = z.input<typeof PlanFields>;
export type PlanForm = EntityForm<PlanFieldValues, z.output<typeof PlanFields>>;

export function defaultsOf(plan: PlanView | null, allowances: PlanAllowance[]): PlanFieldValues {
  return { name: plan?.name ?? "", allowances, from: "next_period" };
}

/** Whether a change of what the plan gives moves anybody's credits. */
export function isInUse({ peopleCount, teamCount }: PlanView): boolean {
  return peopleCount + teamCount > 0;
}
