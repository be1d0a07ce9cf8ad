import type { EpochMs } from "@working-social/kernel";
import { parseInstant } from "@working-social/kernel";
import type { BalanceExplanation, CreditBalanceView, CreditUnit, LotView, OverdraftView } from "../schema.ts";

interface Kind {
  unit: CreditUnit;
  currency: string | null;
}

/** What lots come to, by kind. `scheduled`: what is promised to bookings of later periods, which belongs to who booked. */
export function balancesOf(
  lots: readonly LotView[],
  overdrafts: readonly OverdraftView[],
  scheduled: readonly (Kind & { quantity: number })[] = [],
): CreditBalanceView[] {
  const keyOf = ({ unit, currency }: Kind) => `${unit} ${currency ?? ""}`;
  const keys = new Map(
    [...lots, ...overdrafts, ...scheduled].map((one) => [keyOf(one), { unit: one.unit, currency: one.currency }]),
  );
  return [...keys].map(([key, { unit, currency }]) => {
    const mine = lots.filter((lot) => keyOf(lot) === key);
    const own = sum(mine.filter((lot) => lot.owner === "person").map((lot) => lot.left));
    const team = sum(mine.filter((lot) => lot.owner === "team").map((lot) => lot.left));
    const owed = sum(overdrafts.filter((one) => keyOf(one) === key).map((one) => one.owed));
    return {
      unit,
      currency,
      balance: own + team - owed,
      own,
      team,
      held: sum(mine.map((lot) => lot.held)),
      scheduled: sum(scheduled.filter((one) => keyOf(one) === key).map((one) => one.quantity)),
      nextExpiry: nextExpiry(mine),
    };
  });
}

/**
 * What can be used of one kind at this moment, whatever it came from: neither what is set aside nor what begins later. A plan's
 * credits that are on their way, in the minutes before a period is opened, are as good as there.
 */
export function usableOf(
  { lots, planned }: { lots: readonly LotView[]; planned: readonly LotView[] },
  kind: Kind,
  now: EpochMs,
): number {
  const isUsable = ({ unit, currency, source, startsAt }: LotView) =>
    unit === kind.unit &&
    currency === kind.currency &&
    source !== "overdraft" &&
    (startsAt === null || parseInstant(startsAt) <= now);
  return sum([...lots, ...planned].filter(isUsable).map(({ left }) => left));
}

/** What is lost first if nobody uses it. */
function nextExpiry(lots: readonly LotView[]): { at: string; quantity: number } | null {
  const ending = lots.flatMap(({ expiresAt: at, left }) => (at !== null && left > 0 ? [{ at, left }] : []));
  const [first] = ending.map(({ at }) => at).sort();
  if (first === undefined) return null;
  return { at: first, quantity: sum(ending.filter(({ at }) => at === first).map(({ left }) => left)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** What lapses of one kind, the soonest first. */
export function expiresNext(lots: readonly LotView[], kind: Kind): BalanceExplanation["expiresNext"] {
  return lots
    .flatMap(({ expiresAt, left, label, unit, currency }) =>
      expiresAt !== null && left > 0 && unit === kind.unit && currency === kind.currency
        ? [{ at: expiresAt, quantity: left, label }]
        : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
