import type { Context } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireNewTarget } from "../../resources/steps/require-target.ts";
import { setAudience } from "../steps/set-audience.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleView, UpdateBookingRuleInput } from "../schema.ts";

/** Needs manageSpace. Throws edited_meanwhile, and not_found for the rule, or for what it names. */
export async function updateBookingRule(
  ctx: Context,
  { id, seen, ...edit }: UpdateBookingRuleInput,
): Promise<BookingRuleView> {
  authorize(ctx, ...updateBookingRule.needs);
  return withPrisma(ctx, async (tx) => {
    // Two who save the same rule come one after another, or its audience would be the sum of both.
    await tx.query("SELECT id FROM booking_rules WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireBookingRule(tx.prisma, id);
    const after = mergeEdit(before, edit, seen);
    const changed = editBetween(before, after);
    if (isUntouched(changed)) return before;
    const { planIds, teamIds, roles, settings, ...fields } = changed;
    await requireNewTarget(tx.prisma, fields, after);
    await tx.prisma.bookingRule.update({ where: { id }, data: { ...fields, ...settings } });
    if (planIds ?? teamIds ?? roles) await setAudience(tx, ctx, id, after);
    await emit(tx, ctx, {
      name: "booking_rule.updated",
      subjectType: "booking_rule",
      subjectId: id,
      data: { changes: changesBetween(before, after) },
    });
    return requireBookingRule(tx.prisma, id);
  });
}
updateBookingRule.needs = ["manageSpace"] as const;
