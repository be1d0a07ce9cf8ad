import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { BookingRuleView } from "./schema.ts";

const settingsSelect = {
  mayBook: true,
  needsApproval: true,
  granularityMinutes: true,
  minLengthMinutes: true,
  maxLengthMinutes: true,
  minNoticeMinutes: true,
  windowDays: true,
  windowMode: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  maxConcurrentPerPerson: true,
  maxConcurrentPerTeam: true,
  maxMinutesPerDayPerPerson: true,
  maxMinutesPerDayPerTeam: true,
  maxUpcomingPerPerson: true,
  maxUpcomingPerTeam: true,
  holdMinutes: true,
} satisfies Prisma.BookingRuleSelect;

const ruleSelect = {
  id: true,
  name: true,
  locationId: true,
  resourceKind: true,
  resourceId: true,
  audienceIsExcept: true,
  ...settingsSelect,
  audiences: { orderBy: { id: "asc" }, select: { planId: true, teamId: true, role: true } },
} satisfies Prisma.BookingRuleSelect;

function ruleView(row: Prisma.BookingRuleGetPayload<{ select: typeof ruleSelect }>): BookingRuleView {
  const { id, name, locationId, resourceKind, resourceId, audienceIsExcept, audiences, ...settings } = row;
  return {
    id,
    name,
    locationId,
    resourceKind,
    resourceId,
    audienceIsExcept,
    settings,
    planIds: audiences.flatMap(({ planId }) => planId ?? []),
    teamIds: audiences.flatMap(({ teamId }) => teamId ?? []),
    roles: audiences.flatMap(({ role }) => role ?? []),
  };
}

/** The rules in force, in the order in which they were made. Needs manageSpace. */
export async function listBookingRules(ctx: Context): Promise<BookingRuleView[]> {
  authorize(ctx, ...listBookingRules.needs);
  return withPrisma(ctx, async ({ prisma }) => {
    const rules = await prisma.bookingRule.findMany({
      where: { archivedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: ruleSelect,
    });
    return rules.map(ruleView);
  });
}
listBookingRules.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign rule. */
export async function requireBookingRule(prisma: Prisma.TransactionClient, id: string): Promise<BookingRuleView> {
  const rule = await prisma.bookingRule.findFirst({ where: { id, archivedAt: null }, select: ruleSelect });
  if (!rule) throw notFound("booking_rule");
  return ruleView(rule);
}
