import { allocate, rolloverParts } from "@working-social/credits/rules";
import type { CreditPart, CreditUnit, LotView } from "@working-social/credits/schema";
import type { EpochMs } from "@working-social/kernel";
import type { QuoteLine } from "./quote-view.ts";
import type { CreditLine } from "./credit-line.ts";
import { keptOfLines, usedLot } from "./credit-line.ts";
import type { RuleResource } from "./situation.ts";

/** A booking that changes, as far as its credits go. */
export interface ChangingBooking {
  readonly resource: Pick<RuleResource, "id" | "kind" | "locationId">;
  readonly startsAt: EpochMs;
  /** It runs: what it has taken stays where it is, and only more is taken. */
  readonly isRunning: boolean;
  /** What it has taken of which lot, the first taken first. */
  readonly taken: readonly (CreditPart & { readonly unit: CreditUnit })[];
  /** What it was promised of credits still to come. */
  readonly promised: readonly { readonly unit: CreditUnit; readonly quantity: number }[];
}

/**
 * The lines of a change's price, whose lots say what is left of them after all of it: what the new slot takes, and what stays
 * taken for the earlier one. `lots`: what there is, the booking's own counted as free.
 */
export function leavingAfterChange(
  lines: readonly QuoteLine[],
  lots: readonly LotView[],
  booking: ChangingBooking,
): QuoteLine[] {
  return lines.map((line) => (line.kind === "credit" ? withLots(line, lines, lots, booking) : line));
}

function withLots(
  line: CreditLine,
  lines: readonly QuoteLine[],
  lots: readonly LotView[],
  booking: ChangingBooking,
): CreditLine {
  const { unit, quantity } = line;
  const taken = booking.taken.filter((part) => part.unit === unit);
  const kept = keptOfLines(lines).reduce((sum, one) => (one.unit === unit ? sum + one.quantity : sum), 0);
  const parts = booking.isRunning ? stayingPut(line, lots, taken, booking) : line.lots;
  const left = new Map(lots.map((lot) => [lot.id, lot.left - quantityOf(parts, lot.id)]));
  // Of the very lots that the change gives back to, the first taken first; then of what is still to come.
  const keptParts = rolloverParts(
    taken.map((part) => ({ id: part.lotId, left: Math.min(part.quantity, left.get(part.lotId) ?? part.quantity) })),
    kept,
  );
  const missing = kept - sumOf(keptParts);
  const promised = sumOf(booking.promised.filter((one) => one.unit === unit));
  const again = promisedAgain(lots, parts, Math.min(missing, promised), { ...booking, unit });
  const told = parts.flatMap(({ lotId, quantity: used }) => {
    const lot = lots.find(({ id }) => id === lotId);
    const takenAgain = quantityOf([...keptParts, ...again], lotId);
    return lot ? usedLot(lot, used, lot.left - quantityOf(parts, lotId) - takenAgain) : [];
  });
  return sumOf(told) === quantity ? { ...line, lots: told } : line;
}

/** Of a running booking: what it has taken first stays, then the order of use. */
function stayingPut(
  { unit, quantity }: CreditLine,
  lots: readonly LotView[],
  taken: readonly CreditPart[],
  { resource, startsAt: at }: ChangingBooking,
): CreditPart[] {
  const own = rolloverParts(
    taken.map(({ lotId: id, quantity: left }) => ({ id, left })),
    quantity,
  );
  const others = lots.map((lot) => ({ ...lot, left: lot.left - quantityOf(own, lot.id) }));
  const { parts } = allocate(others, { unit, quantity: quantity - sumOf(own), at, resource });
  const ids = [...new Set([...own, ...parts].map(({ lotId }) => lotId))];
  return ids.map((lotId) => ({ lotId, quantity: quantityOf([...own, ...parts], lotId) }));
}

/** What was promised for the earlier slot and stays, out of what the plans will give. */
function promisedAgain(
  lots: readonly LotView[],
  used: readonly CreditPart[],
  quantity: number,
  { unit, startsAt: at, resource }: Pick<ChangingBooking, "startsAt" | "resource"> & { unit: CreditUnit },
): CreditPart[] {
  const planned = lots.flatMap((lot) => (lot.isPlanned ? [{ ...lot, left: lot.left - quantityOf(used, lot.id) }] : []));
  return allocate(planned, { unit, quantity, at, resource }).parts;
}

function quantityOf(parts: readonly CreditPart[], lotId: string): number {
  return sumOf(parts.filter((part) => part.lotId === lotId));
}

function sumOf(parts: readonly { readonly quantity: number }[]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0);
}
