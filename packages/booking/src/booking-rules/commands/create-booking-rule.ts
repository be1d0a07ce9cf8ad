import type { Context, Keyed } from "@working-social/db";
import { once, timestamp, withPrisma } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireTarget } from "../../resources/steps/require-target.ts";
import { setAudience } from "../steps/set-audience.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleView, CreateBookingRuleInput } from "../schema.ts";

/** A rule that holds from now on; bookings made before stay. Needs manageSpace. Throws not_found for what it names. */
export async function createBookingRule(ctx: Context, keyed: Keyed<CreateBookingRuleInput>): Promise<BookingRuleView> {
  authorize(ctx, ...createBookingRule.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "bookingRules.create", input };
  const { planIds, teamIds, roles, settings, ...fields } = input;
  return withPrisma(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requireTarget(tx.prisma, fields);
      const id = newId();
      await tx.prisma.bookingRule.create({
        data: { id, organizationId: ctx.organizationId, ...fields, ...settings, createdAt: timestamp(ctx.clock.now()) },
      });
      await setAudience(tx, ctx, id, { planIds, teamIds, roles });
      await emit(tx, ctx, {
        name: "booking_rule.created",
        subjectType: "booking_rule",
        subjectId: id,
        data: { created: input },
      });
      return requireBookingRule(tx.prisma, id);
    }),
  );
}
createBookingRule.needs = ["manageSpace"] as const;
