import { giveCredits } from "@working-social/charges";
import { setOverdraft } from "@working-social/credits";
import type { CreditOwner, CreditUnit } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import type { EpochMs, LocalDate } from "@working-social/kernel";
import { addDays, dayInterval, formatInstant, fromLocal, newId } from "@working-social/kernel";
import type { Months } from "./months.ts";
import { daysBack } from "./months.ts";
import type { ContextOf, Space } from "./space.ts";
import { creditsOf, named } from "./space.ts";
import type { Happening } from "./timeline.ts";

interface Gift {
  to: string;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  reason: string;
  /** null: never over. */
  validDays: number | null;
  /** Working days ago. */
  daysAgo: number;
}

const GIFTS: readonly Gift[] = [
  {
    to: "jonas",
    unit: "room_minutes",
    currency: null,
    quantity: 120,
    reason: "An afternoon without heating",
    validDays: 60,
    daysAgo: 11,
  },
  {
    to: "theo",
    unit: "money",
    currency: "USD",
    quantity: 4_000,
    reason: "For bringing Lena here",
    validDays: null,
    daysAgo: 13,
  },
];

/** What Mira gives, with her reasons. */
export function giving({ people, places }: Space, contextOf: ContextOf, { recent }: Months): Happening[] {
  const mira = named(people, "mira");
  const zone = places.oldHarbour.timeZone;
  return GIFTS.map(({ to, unit, currency, quantity, reason, validDays, daysAgo }) => {
    const person = named(people, to);
    const [date = ""] = daysBack(recent, daysAgo);
    const at = fromLocal(date, 16 * 60, zone);
    const expiresAt = validDays === null ? null : endOfDay(addDays(date, validDays), zone);
    const owner: CreditOwner = { personId: person.id };
    const run = async () => {
      const scope = ANYTHING;
      await giveCredits(contextOf(mira, at), {
        owner,
        unit,
        currency,
        quantity,
        reason,
        expiresAt,
        scope,
        idempotencyKey: newId(),
      });
    };
    return { at, credits: creditsOf(person), run };
  });
}

/** Brightwater may print on account, up to a cap. */
export async function allowOverdrafts({ teams, people }: Space, contextOf: ContextOf, at: EpochMs): Promise<void> {
  const owner: CreditOwner = { teamId: named(teams, "Brightwater") };
  const limits = [
    ["mono_pages", 200],
    ["colour_pages", 50],
  ] as const;
  for (const [unit, limit] of limits)
    await setOverdraft(contextOf(named(people, "mira"), at), {
      owner,
      unit,
      currency: null,
      limit,
      reason: "As agreed in their contract",
    });
}

function endOfDay(date: LocalDate, zone: string): string {
  return formatInstant(dayInterval(date, zone).end);
}
