import { CreditUnit } from "@working-social/credits/schema";
import { z } from "zod";
import type { CancellationTerms, UnitQuantity } from "../../cancellation/schema.ts";
import type { QuoteLine } from "../../rules/quote-view.ts";

// What quotes and bookings keep as JSON, read back: what somebody agreed to is not what the code writes today by chance.

const Quantity = z.object({ unit: CreditUnit, quantity: z.int() });

const Lot = z.object({
  lotId: z.string(),
  label: z.string(),
  source: z.enum(["plan", "rollover", "pack", "gift", "overdraft", "returned"]),
  owner: z.enum(["person", "team"]),
  quantity: z.int(),
  leftAfter: z.int(),
  expiresAt: z.string().nullable(),
  isPlanned: z.boolean(),
});

const amountMinor = z.int();
const Line = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("time"),
    rateId: z.string(),
    rateName: z.string(),
    minutes: z.number(),
    unit: z.enum(["hour", "half_day", "day"]),
    unitPriceMinor: z.int(),
    units: z.number(),
    amountMinor,
  }),
  z.object({
    kind: z.literal("minimum"),
    rateId: z.string(),
    rateName: z.string(),
    minimumMinor: z.int(),
    amountMinor,
  }),
  z.object({ kind: z.literal("kept"), feePercent: z.number(), earlierTotalMinor: z.int(), amountMinor }),
  z.object({
    kind: z.literal("kept_credits"),
    unit: CreditUnit,
    quantity: z.int(),
    earlierQuantity: z.int(),
    amountMinor: z.literal(0),
  }),
  z.object({ kind: z.literal("credit"), unit: CreditUnit, quantity: z.int(), lots: z.array(Lot), amountMinor }),
  z.object({ kind: z.literal("free"), minutes: z.number(), amountMinor: z.literal(0) }),
  z.object({ kind: z.literal("tax"), name: z.string(), basisPoints: z.int(), inclusive: z.boolean(), amountMinor }),
]);

/** The lines of an agreed price; null: none was agreed. */
export const StoredLines: z.ZodType<QuoteLine[] | null> = z.array(Line).nullable();

/** The terms of cancelling that were agreed. */
export const StoredTerms: z.ZodType<CancellationTerms | null> = z
  .object({
    policyName: z.string().nullable(),
    tiers: z.array(z.object({ hoursBefore: z.number(), feePercent: z.number() })),
    owedCredits: z.array(Quantity).exactOptional(),
  })
  .nullable();

/** Credits that a cancelled booking has kept; null: it is not cancelled, or was before there were credits. */
export const StoredQuantities: z.ZodType<UnitQuantity[] | null> = z.array(Quantity).nullable();
