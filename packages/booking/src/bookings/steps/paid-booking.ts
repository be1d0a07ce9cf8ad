import { loadCost, ONE, productOfKind, recordCharge, serviceDays } from "@working-social/charges";
import type { LineItem, NewChargeLine } from "@working-social/charges";
import type { Cause, CreditResource } from "@working-social/credits";
import { lockWallet } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs, TaxedPrice } from "@working-social/kernel";
import type { UnitQuantity } from "../../cancellation/schema.ts";
import type { CreditsPaid } from "../../rules/cancellation.ts";
import { creditsOfLines } from "../../rules/credit-line.ts";
import type { ResourceKind } from "../../shared.ts";
import type { QuoteLine } from "../../rules/quote-view.ts";

/** A booking as far as paying goes. */
export interface PaidBooking {
  id: string;
  personId: string | null;
  /** Pays the charge, if there is a team. */
  teamId: string | null;
  resourceId: string;
  resourceName: string;
  resourceKind: ResourceKind;
  locationId: string;
  timeZone: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  quoteId: string | null;
  currency: string | null;
}

/** What a booking costs now, whatever has become of its quote since: credits that came late count. */
export interface BookingCost {
  /** Charged and not covered by credits of its kind, whether or not money credits have paid it. */
  moneyMinor: number;
  /** Taken or promised, for each unit. */
  credits: CreditsPaid[];
  /** Of these, what is still to come, and what it would cost without. */
  promised: { unit: UnitQuantity["unit"]; quantity: number; priceMinor: number | null }[];
}

export async function costOf(
  sql: Sql,
  ctx: Context,
  row: PaidBooking & { totalMinor: number | null; lines: QuoteLine[] | null },
): Promise<BookingCost> {
  const cost = await loadCost(sql, ctx, causeOf(row));
  const quoted = creditsOfLines(row.lines ?? []);
  const sums = new Map<UnitQuantity["unit"], number>();
  for (const { unit, quantity } of [...cost.used, ...cost.scheduled]) sums.set(unit, (sums.get(unit) ?? 0) + quantity);
  return {
    // Bookings of before the ledger have no charge: their quote is what they cost.
    moneyMinor: cost.isCharged ? cost.openMinor + cost.paidMinor : (row.totalMinor ?? 0),
    credits: [...sums].flatMap(([unit, quantity]) => {
      const late = Math.max(0, quantity - quantityOf(quoted, unit));
      return quantity > 0 ? [{ unit, quantity, ...(late > 0 ? { late } : {}) }] : [];
    }),
    promised: cost.scheduled,
  };
}

/** Makes whoever moves the same credits wait: before the cost of a booking is read to be given back. */
export async function lockPayment(tx: Sql, ctx: Context, { personId }: PaidBooking): Promise<void> {
  if (personId !== null) await lockWallet(tx, ctx, personId);
}

export async function chargeLines(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  lines: readonly NewChargeLine[],
  purpose: string,
): Promise<void> {
  const { personId, teamId, currency } = booking;
  if (lines.length === 0 || personId === null || currency === null) return;
  await recordCharge(tx, ctx, {
    payer: { personId, teamId },
    cause: causeOf(booking),
    lines,
    currency,
    idempotencyKey: keyOf(booking, purpose),
  });
}

/** A line about a booking, without usage. */
export function lineOf(
  booking: PaidBooking,
  code: Extract<LineItem["code"], "booking" | "booking_kept" | "cancellation_fee">,
  price: TaxedPrice,
): NewChargeLine {
  const { resourceName, resourceKind, locationId, startsAt, endsAt, timeZone } = booking;
  return {
    item: { code, data: { resourceName } },
    product: productOfKind(resourceKind),
    price,
    service: serviceDays({ start: startsAt, end: endsAt }, timeZone),
    locationId,
    billed: ONE,
  };
}

export function causeOf({ id, resourceName }: PaidBooking): Cause {
  return { type: "booking" as const, id, label: resourceName };
}

/** Each quote is paid once. */
export function keyOf({ id, quoteId }: PaidBooking, purpose: string): string {
  return `booking:${id}:${quoteId ?? ""}:${purpose}`;
}

export function usageOf(booking: PaidBooking): {
  personId: string;
  at: EpochMs;
  resource: CreditResource;
  cause: Cause;
} {
  const { personId, resourceId: id, resourceKind: kind, locationId, startsAt: at } = booking;
  if (personId === null) throw new Error(`Nobody pays for booking ${booking.id}.`);
  return { personId, at, resource: { id, kind, locationId }, cause: causeOf(booking) };
}

export function quantityOf(credits: readonly UnitQuantity[], unit: UnitQuantity["unit"]): number {
  return credits.reduce((sum, one) => (one.unit === unit ? sum + one.quantity : sum), 0);
}
