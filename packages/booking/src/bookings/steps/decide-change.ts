import { usageByCause } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { contains, notAllowed } from "@working-social/kernel";
import type { BookingRefusal } from "../../rules/refusals.ts";
import { changedQuote } from "../../rules/changed-quote.ts";
import type { ChangingBooking } from "../../rules/left-after.ts";
import { leavingAfterChange } from "../../rules/left-after.ts";
import { limitsFor } from "../../rules/limits.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import { lockSituation } from "../../situation/steps/lock-situation.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { isRequestOver } from "../rules/request.ts";
import type { Decision, Wish } from "../rules/decide.ts";
import { decide } from "../rules/decide.ts";
import type { BookingCost } from "./paid-booking.ts";
import { causeOf, costOf } from "./paid-booking.ts";
import { wrongState } from "../rules/refusals.ts";
import type { QuoteView } from "../../rules/quote-view.ts";

const MINUTE_MS = 60_000;

export interface ChangeDecision extends Decision {
  wish: Wish;
  /** The same resource, and no time that the booking did not have before. */
  isWithin: boolean;
  /** What it was decided by. */
  situation: BookingSituation;
  /** What the booking costs before the change. */
  cost: BookingCost;
}

export function slotOfRow(row: BookingRow): Interval {
  return { start: row.startsAt, end: row.endsAt };
}

/** Whether a change asks for another time or another resource. */
export function movesSlot(row: BookingRow, resourceId: string, slot: Interval): boolean {
  return resourceId !== row.resourceId || slot.start !== row.startsAt || slot.end !== row.endsAt;
}

/**
 * What the rules say to a booking that should get another slot, and its price: its own credits count as free; with the
 * policy agreed first, and never below what cancelling would cost now. `isLocking`: makes limits and credits hold under
 * races, inside a transaction.
 * Refuses with wrong_state a change that the booking's state does not allow.
 */
export async function decideChange(
  sql: Sql,
  scope: Context,
  row: BookingRow,
  asked: { resourceId: string; slot: Interval },
  mode: { isStaffActing: boolean; isLocking: boolean },
): Promise<ChangeDecision> {
  requireChangeable(row, asked, scope.clock.now());
  const loaded = await loadSituation(sql, scope, {
    resourceId: asked.resourceId,
    personId: row.personId,
    span: asked.slot,
    exceptBookingId: row.id,
  });
  if (loaded.isSuspended && !mode.isStaffActing) throw notAllowed("book");
  if (loaded.situation.location.currency !== (row.currency ?? row.locationCurrency))
    throw notAllowed("move_to_another_currency");
  const isWithin = asked.resourceId === row.resourceId && contains(slotOfRow(row), asked.slot);
  const wanted = {
    resource: loaded.resource,
    slot: asked.slot,
    isStaffActing: mode.isStaffActing,
    replacesBookingId: row.id,
  };
  const isCounted = !mode.isStaffActing && !isWithin;
  const held = {
    span: asked.slot,
    exceptBookingId: row.id,
    limits: isCounted ? limitsFor(loaded.situation, loaded.resource) : null,
    // Nobody's credits, of an imported booking without a member.
    paysWithCredits: row.personId !== null,
  };
  const situation = mode.isLocking ? await lockSituation(sql, scope, loaded, held) : loaded.situation;
  // After the locks: what passed while one waited has passed, the free period of the agreed policy too.
  const now = scope.clock.now();
  requireChangeable(row, asked, now);
  const wish: Wish = { ...wanted, now };
  const { refusals, limits, quote: next } = decide(situation, wish);
  const cost = await costOf(sql, scope, row);
  const price = changedPrice(row, { ...next, needsApproval: next.needsApproval && !isWithin }, cost, now);
  const lines = leavingAfterChange(price.lines, situation.lots, await changing(sql, scope, row, cost, now));
  return {
    wish,
    isWithin,
    situation,
    cost,
    limits,
    refusals: refusals.filter((refusal) => !isSettled(refusal, row, asked, isWithin, now)),
    quote: { ...price, lines },
  };
}

function changedPrice(row: BookingRow, quote: QuoteView, cost: BookingCost, now: EpochMs): QuoteView {
  if (!row.policy || row.totalMinor === null) return quote;
  const agreed = {
    totalMinor: cost.moneyMinor,
    credits: cost.credits,
    policy: row.policy,
    isPending: row.status === "pending_approval",
    startsAt: row.startsAt,
  };
  return changedQuote(quote, agreed, now);
}

/** What decides which lots a change leaves with what: asked of the ledger only where the booking has credits at all. */
async function changing(
  sql: Sql,
  scope: Context,
  row: BookingRow,
  { credits, promised }: BookingCost,
  now: EpochMs,
): Promise<ChangingBooking> {
  const used = credits.length === 0 ? [] : await usageByCause(sql, scope, causeOf(row));
  return {
    resource: { id: row.resourceId, kind: row.resourceKind, locationId: row.locationId },
    startsAt: row.startsAt,
    isRunning: row.startsAt <= now,
    taken: used.map(({ lot_id: lotId, quantity, unit }) => ({ lotId, quantity, unit })).reverse(),
    promised,
  };
}

/** Only bookings that somebody counts on can change; one that runs can end earlier or later, and nothing else. */
function requireChangeable(row: BookingRow, asked: { resourceId: string; slot: Interval }, now: number): void {
  if (row.status !== "confirmed" && row.status !== "pending_approval") throw wrongState(row.status, "change");
  if (isRequestOver(row, now)) throw wrongState("expired", "change");
  if (row.endsAt <= now) throw wrongState("ended", "change");
  const hasStarted = row.startsAt <= now;
  if (!hasStarted) return;
  if (asked.resourceId !== row.resourceId || asked.slot.start !== row.startsAt) throw wrongState("started", "move");
  // Slots end at whole minutes: the minute that runs counts as now.
  if (asked.slot.end < now - (now % MINUTE_MS)) throw wrongState("started", "shorten");
}

const ABOUT_THE_START = new Set<BookingRefusal["code"]>(["in_the_past", "too_little_notice"]);
const ABOUT_THE_LENGTH = new Set<BookingRefusal["code"]>(["too_short", "off_grid"]);

/** A start that stays was accepted once. Who leaves early gives time back: no rule about lengths keeps them in the room. */
function isSettled(
  refusal: BookingRefusal,
  row: BookingRow,
  asked: { resourceId: string; slot: Interval },
  isWithin: boolean,
  now: number,
): boolean {
  // What is within the slot that a manager has seen asks nobody anew, and reaches no further than it did.
  if (refusal.code === "too_late_for_approval" || refusal.code === "too_far_ahead") return isWithin;
  const staysPut = asked.resourceId === row.resourceId && asked.slot.start === row.startsAt;
  if (!staysPut) return false;
  if (ABOUT_THE_START.has(refusal.code)) return true;
  const leavesEarly = row.startsAt <= now && asked.slot.end <= row.endsAt;
  return leavesEarly && ABOUT_THE_LENGTH.has(refusal.code);
}
