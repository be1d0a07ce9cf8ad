import type { CreditUnit } from "@working-social/credits/schema";
import type { EpochMs, Interval, Tax, TaxCategory } from "@working-social/kernel";
import { addDays, dayOf, daysTouched } from "@working-social/kernel";
import { LINE_CODES } from "./schema.ts";
import type { ChargeProduct, LineCode, LineItem, ServiceDays, UnitCode } from "./schema.ts";

/** A line's code and data, as they are stored. Throws where the data is not that of the code. */
export function lineItem(code: LineCode, data: unknown): LineItem {
  // The schema is that of the code, which the compiler can't follow through an index.
  return { code, data: LINE_CODES[code].parse(data) } as LineItem;
}

/** What time at a resource of a kind is sold as. */
export function productOfKind(kind: string): Extract<ChargeProduct, "room_time" | "desk_time" | "equipment_time"> {
  if (kind === "hot_desk" || kind === "dedicated_desk") return "desk_time";
  return kind === "equipment" ? "equipment_time" : "room_time";
}

const UNIT_CODE_OF: Record<CreditUnit, UnitCode> = {
  room_minutes: "MIN",
  day_passes: "DAY",
  mono_pages: "C62",
  colour_pages: "C62",
  money: "C62",
};

export interface Billed {
  quantity: number;
  unitCode: UnitCode;
}

/** One of it, where nothing is counted. */
export const ONE: Billed = { quantity: 1, unitCode: "C62" };

/** How much was sold, in the unit of the credits that could pay for it. */
export function billedOf({ unit, quantity }: { unit: CreditUnit; quantity: number }): Billed {
  return quantity > 0 ? { quantity, unitCode: UNIT_CODE_OF[unit] } : ONE;
}

/** The local days on which something takes place; of an empty span, the day on which it begins. */
export function serviceDays(span: Interval, zone: string): ServiceDays {
  const first = dayOf(span.start, zone);
  const last = daysTouched(span, zone).at(-1) ?? first;
  return { from: first.date, until: addDays(last.date, 1) };
}

const MINUTE_MS = 60_000;

/** The days of usage of which only the start and the quantity are known. */
export function usageDays(usage: { unit: CreditUnit; quantity: number; at: EpochMs }, zone: string): ServiceDays {
  const { unit, quantity, at } = usage;
  if (unit === "room_minutes") return serviceDays({ start: at, end: at + quantity * MINUTE_MS }, zone);
  const { from } = serviceDays({ start: at, end: at }, zone);
  return { from, until: addDays(from, unit === "day_passes" ? quantity : 1) };
}

interface TaxedRow {
  location_id: string | null;
  tax_category: TaxCategory;
  tax_basis_points: number;
}

/** Where a line was sold and at which tax: what credits pay of it has the same. */
export function soldOf(line: TaxedRow): { locationId: string; tax: Tax } | undefined {
  const { location_id: locationId, tax_category: category, tax_basis_points: basisPoints } = line;
  return locationId === null ? undefined : { locationId, tax: { category, basisPoints } };
}
