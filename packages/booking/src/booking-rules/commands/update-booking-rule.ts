import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize, changesBetween } from "@working-social/directory";
import { requireTarget } from "../../resources/target.ts";
import { setAudience } from "../audience.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleView, UpdateBookingRuleInput } from "../schema.ts";

/** Needs manageSpace. Throws not_found for the rule, or for what it names. */
export async function updateBookingRule(
  ctx: Context,
  { id, ...input }: UpdateBookingRuleInput,
): Promise<BookingRuleView> {
  authorize(ctx, "manageSpace");
  const { planIds, teamIds, roles, settings, ...fields } = input;
  return withPrisma(ctx, async (tx) => {
    // Two who save the same rule come one after another, or its audience would be the sum of both.
    await tx.query("SELECT id FROM booking_rules WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireBookingRule(tx.prisma, id);
    await requireTarget(tx.prisma, fields);
    await tx.prisma.bookingRule.update({ where: { id }, data: { ...fields, ...settings } });
    await setAudience(tx, ctx, id, { planIds, teamIds, roles });
    await recordAudit(tx, ctx, {
      action: "booking_rule.update",
      subjectType: "booking_rule",
      subjectId: id,
      data: { changes: changesBetween(before, input) },
    });
    return requireBookingRule(tx.prisma, id);
  });
}
