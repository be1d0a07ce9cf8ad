import { CreditUnit } from "@working-social/credits/schema";
import { z } from "zod";

/** What was sold: revenue is told by it. */
export const CHARGE_PRODUCTS = [
  "room_time",
  "desk_time",
  "equipment_time",
  "copier_pages",
  "credit_pack",
  "cancellation_fee",
] as const;
export type ChargeProduct = (typeof CHARGE_PRODUCTS)[number];

/** UN/ECE Recommendation 20: one, minute, hour, day, month. */
export const UNIT_CODES = ["C62", "MIN", "HUR", "DAY", "MON"] as const;
export type UnitCode = (typeof UNIT_CODES)[number];

const ofResource = z.object({ resourceName: z.string() });

/**
 * What a line is about: a code, and the data that a sentence about it needs. The reader's language makes the sentence; what
 * somebody typed (the name of a room or of a pack, as it was then) stays as it is.
 */
export const LINE_CODES = {
  /** Time at a resource, as far as no credits paid it. */
  booking: ofResource,
  /** What a change keeps of the earlier price. */
  booking_kept: ofResource,
  cancellation_fee: ofResource,
  print: z.object({
    /** Printed sides of the job, all copies together. */
    sides: z.int(),
    paperSize: z.string(),
    colour: z.enum(["mono", "colour"]),
    isDuplex: z.boolean(),
  }),
  pack: z.object({
    packName: z.string(),
    unit: CreditUnit,
    /** Of the credits, for money; else null. */
    currency: z.string().nullable(),
    quantity: z.int(),
  }),
};
export type LineCode = keyof typeof LINE_CODES;

/** The code of a line with its data. */
export type LineItem = { [Code in LineCode]: { code: Code; data: z.infer<(typeof LINE_CODES)[Code]> } }[LineCode];

/** Half-open days of the location's zone: tax, earnings and invoices count days, and a day stays one when a zone is changed. */
export interface ServiceDays {
  from: string;
  until: string;
}
