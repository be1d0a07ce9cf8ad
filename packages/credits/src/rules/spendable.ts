import type { EpochMs, Interval } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { LotRow } from "./lot-view.ts";
import { lotView } from "./lot-view.ts";
import type { CreditScope, CreditUnit, LotView, PlanAllowance } from "../schema.ts";
import { allocate, inOrderOfUse } from "./allocate.ts";
import { isSamePeriod, periodName, periodOf } from "./period.ts";
import { allowanceKey, planChanges } from "./plan-credits.ts";

interface ScopeRow {
  unit: CreditUnit;
  currency: string | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
}

/** Somebody's or a team's plan, and how far their credits have come by it. */
export interface SpendablePlan {
  owner_id: string;
  is_team: boolean;
  plan_id: string | null;
  /** The latest period that was opened and has begun: the clock may have been set back. */
  opened: { plan_id: string | null; starts_at: EpochMs } | null;
  allowances: (ScopeRow & { id: string; quantity: number; rollover_cap: number })[];
  /** What plans gave in that period, where it was opened with another plan than theirs. */
  given: (ScopeRow & { quantity: number })[];
}

export interface SpendableSchedule {
  person_id: string;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  used_at: EpochMs;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
}

/** All that decides what a person can spend, as `spendableJson` reads it in one round trip. */
export interface SpendableRow {
  person_id: string;
  zone: string | null;
  /** What the excepted cause has used or holds of them counts as free. */
  lots: (LotRow & { given_back: number })[];
  /** The person's, the team's, and those of colleagues who have been promised something. */
  plans: SpendablePlan[];
  /** Open ones of the person and the team's people, in the order they were made. */
  schedules: SpendableSchedule[];
}

interface Present {
  current: Interval;
  zone: string;
  now: EpochMs;
}

type OwnedLot = LotView & { ownerId: string };

/**
 * What may pay for the person's usage within `span`, in the order of use: every lot that has something left, and planned
 * lots: what the plans will give in each later period that the span touches, and in the present one while it has not been
 * opened. What was promised to bookings before is taken off first, in the order in which it was promised. Planned lots can
 * be scheduled (`scheduleConsumption`) and not consumed. null: somebody without credits.
 */
export function spendableLots(row: SpendableRow | null, now: EpochMs, span: Interval): LotView[] {
  if (row === null) return [];
  const zone = row.zone ?? "UTC";
  const current = periodOf(now, zone);
  const planned = [current, ...laterPeriods(span, current, zone)].map((period) => ({
    period,
    lots: row.plans.flatMap((plan) => plannedLots(plan, period, { current, zone, now })),
  }));
  const real = row.lots
    .map((lot) => lotView(givenBack(lot, now)))
    .map((lot) => ({ ...lot, ownerId: lot.owner === "team" ? "team" : row.person_id }))
    .filter((lot) => lot.source !== "overdraft");
  for (const { period, lots } of planned) {
    const paying = period === current ? [...real, ...lots] : lots;
    // Planned lots begin with their period: they pay for nothing that is earlier.
    for (const schedule of row.schedules.filter((one) => one.used_at < period.end)) takeFrom(paying, schedule);
  }
  const own = [...real, ...planned.flatMap(({ lots }) => lots)].filter(
    (lot) => lot.left > 0 && (lot.ownerId === "team" || lot.ownerId === row.person_id),
  );
  return inOrderOfUse(own.map(({ ownerId: _, ...lot }) => lot));
}

/** Of a lot that is over, nothing is left but what the excepted cause has taken from it. */
function givenBack(lot: SpendableRow["lots"][number], now: EpochMs): LotRow {
  const isOver = lot.expires_at !== null && lot.expires_at <= now;
  if (isOver) return { ...lot, balance: lot.given_back, held: 0, stale: 0 };
  return { ...lot, balance: lot.balance + lot.given_back };
}

/**
 * Whether the present period has to be opened, or what was promised for it taken, before anything is spent: the job may not
 * have come by yet. `openAndSettle` of `charges` does it.
 */
export function needsOpening(row: SpendableRow | null, now: EpochMs): boolean {
  if (row === null) return false;
  const current = periodOf(now, row.zone ?? "UTC");
  const isMine = (plan: SpendablePlan) => plan.is_team || plan.owner_id === row.person_id;
  return (
    row.schedules.some((schedule) => schedule.used_at < current.end) ||
    row.plans.some((plan) => isMine(plan) && !isOpen(plan, current))
  );
}

function isOpen({ opened, plan_id }: SpendablePlan, { start }: Interval): boolean {
  return opened && isSamePeriod(opened.starts_at, start) ? opened.plan_id === plan_id : plan_id === null;
}

function laterPeriods(span: Interval, current: Interval, zone: string): Interval[] {
  const periods: Interval[] = [];
  const first = periodOf(Math.max(span.start, current.end), zone);
  for (let period = first; period.start < span.end; period = periodOf(period.end, zone)) periods.push(period);
  return periods;
}

/** What the plan will still give in the period; of the present one nothing once it is open. */
function plannedLots(plan: SpendablePlan, period: Interval, { current, zone, now }: Present): OwnedLot[] {
  if (period === current && isOpen(plan, current)) return [];
  const wasOpened = plan.opened !== null && isSamePeriod(plan.opened.starts_at, period.start);
  const given = new Map((wasOpened ? plan.given : []).map((row) => [keyOf(row), row.quantity]));
  const madeAt = formatInstant(Math.max(period.start, now));
  const byKey = new Map(plan.allowances.map((row) => [keyOf(row), row]));
  return planChanges(plan.allowances.map(allowanceOf), given).flatMap(({ key, change }) => {
    const allowance = byKey.get(key);
    // Of what the new plan gives less, nothing is left, and that pays for nothing.
    return allowance
      ? [{ ...plannedLot(plan, allowance, change, period), label: periodName(period, zone), createdAt: madeAt }]
      : [];
  });
}

function plannedLot(
  { is_team, owner_id }: SpendablePlan,
  allowance: SpendablePlan["allowances"][number],
  left: number,
  period: Interval,
): Omit<OwnedLot, "label" | "createdAt"> {
  const startsAt = formatInstant(period.start);
  return {
    // A team and one of its people may be on the same plan.
    id: `planned:${allowance.id}:${startsAt}${is_team ? ":team" : ""}`,
    ownerId: is_team ? "team" : owner_id,
    unit: allowance.unit,
    currency: allowance.currency,
    owner: is_team ? "team" : "person",
    source: "plan",
    left,
    held: 0,
    startsAt,
    expiresAt: formatInstant(period.end),
    scope: scopeOf(allowance),
    isPlanned: true,
  };
}

/** What the schedule will take when its turn comes: of its person's lots, then of the team's. */
function takeFrom(lots: OwnedLot[], schedule: SpendableSchedule): void {
  const { person_id, unit, currency, quantity, used_at, resource_id, resource_kind, location_id } = schedule;
  const resource =
    resource_id && resource_kind && location_id
      ? { id: resource_id, kind: resource_kind, locationId: location_id }
      : undefined;
  const theirs = lots.filter((lot) => lot.ownerId === "team" || lot.ownerId === person_id);
  const { parts } = allocate(theirs, { unit, currency, quantity, at: used_at, resource });
  for (const part of parts) {
    const lot = theirs.find((one) => one.id === part.lotId);
    if (lot) lot.left -= part.quantity;
  }
}

function allowanceOf(row: SpendablePlan["allowances"][number]): PlanAllowance {
  const { unit, currency, quantity, rollover_cap: rolloverCap } = row;
  return { unit, currency, quantity, rolloverCap, scope: scopeOf(row) };
}

function keyOf(row: ScopeRow): string {
  return allowanceKey({ unit: row.unit, currency: row.currency, scope: scopeOf(row) });
}

function scopeOf(row: ScopeRow): CreditScope {
  return { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids };
}
