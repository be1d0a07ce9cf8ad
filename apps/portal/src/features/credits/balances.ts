import { usableOf } from "@working-social/credits/rules";
import type { CreditUnit, LotView, WalletView } from "@working-social/credits/schema";
import type { EpochMs } from "@working-social/kernel";

/** Everything of one unit, as its bar shows it. */
export interface UnitBalance {
  /** room_minutes, or money EUR: for lists and links. */
  id: string;
  unit: CreditUnit;
  currency: string | null;
  /** What the plans gave for now; 0: no plan gives this. */
  given: number;
  /** What is left of it. */
  planLeft: number;
  /** Used by what is still to come. */
  ahead: number;
  /** Of the plan's, promised to open holds: a document that waits, a slot that is held. */
  setAside: number;
  /** What the plans will give next, less what is promised of it. */
  next: LotView[];
  /** The end of the plan's period; null without a plan. */
  until: string | null;
  /** From packs and gifts, and whatever else is no plan's of now. */
  extra: number;
  /** All that can be used now, whatever it came from: the figure that stands first. */
  usable: number;
  held: number;
  /** Promised to bookings of later periods. */
  scheduled: number;
  owed: number;
  mayOwe: number;
  lots: LotView[];
}

/** The order of the pictures: time first, money last. */
const ORDER: readonly CreditUnit[] = ["room_minutes", "day_passes", "mono_pages", "colour_pages", "money"];

export function unitId({ unit, currency }: { unit: CreditUnit; currency: string | null }): string {
  return currency === null ? unit : `${unit} ${currency}`;
}

/** A wallet by unit, in the order of the screens. A unit appears while there is, was or will be something of it. */
export function unitBalances(wallet: WalletView, now: EpochMs): UnitBalance[] {
  const ids = new Map([...wallet.plan, ...wallet.balances, ...wallet.planned].map((one) => [unitId(one), one]));
  const kinds = [...ids.values()].sort((a, b) => ORDER.indexOf(a.unit) - ORDER.indexOf(b.unit));
  return kinds.map((kind) => unitBalance(wallet, kind, now));
}

type Kind = Pick<UnitBalance, "unit" | "currency">;

function unitBalance(wallet: WalletView, { unit, currency }: Kind, now: EpochMs): UnitBalance {
  const id = unitId({ unit, currency });
  const isSame = (one: Kind) => unitId(one) === id;
  const plans = wallet.plan.filter(isSame);
  const isNow = (lot: LotView) => isOfPlan(lot, now);
  const planned = wallet.planned.filter(isSame);
  // In the minutes before a month's credits are there, they are as good as there.
  const coming = planned.filter(isNow).map(({ left }) => left);
  const lots = wallet.lots.filter(isSame);
  const ofPlan = lots.filter(isNow);
  const usable = usableOf(wallet, { unit, currency }, now);
  const planLeft = sum([...ofPlan.map(({ left }) => left), ...coming]);
  const balance = wallet.balances.find(isSame);
  const overdrafts = wallet.overdrafts.filter(isSame);
  return {
    id,
    unit,
    currency,
    given: sum([...plans.map(({ given }) => given), ...coming]),
    planLeft,
    ahead: sum(plans.map(({ ahead }) => ahead)),
    setAside: sum(ofPlan.map(({ held }) => held)),
    next: planned.filter((lot) => lot.left > 0 && !isNow(lot)),
    until: plans.flatMap(({ until }) => until ?? []).sort()[0] ?? planned.find(isNow)?.expiresAt ?? null,
    extra: usable - planLeft,
    usable,
    held: balance?.held ?? 0,
    scheduled: balance?.scheduled ?? 0,
    owed: sum(overdrafts.map(({ owed }) => owed)),
    mayOwe: sum(overdrafts.map(({ left }) => left)),
    lots: lots.filter(({ left, source }) => left > 0 && source !== "overdraft"),
  };
}

/** The plan's credits of now, with what was carried over into it. */
function isOfPlan({ source, startsAt }: LotView, now: EpochMs): boolean {
  return (source === "plan" || source === "rollover") && (startsAt === null || Date.parse(startsAt) <= now);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
