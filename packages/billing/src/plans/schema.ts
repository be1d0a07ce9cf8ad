import { PRICE_MODES } from "@working-social/kernel";
import { z } from "zod";
import { Currency, Id, PriceMinor } from "../shared.ts";

/** How often a plan is paid: each month, quarter or year; 0: a pass for a day. */
export const INTERVALS = [0, 1, 3, 12] as const;
export const Interval = z.union(INTERVALS.map((months) => z.literal(months)));

/** When members may be there on a weekday (1 Monday … 7 Sunday), in minutes of the location's day. */
export const AccessHours = z.strictObject({
  weekday: z.int().min(1).max(7),
  fromMinute: z.int().min(0).max(1439),
  untilMinute: z.int().min(1).max(1440),
});

/** The price of a period from the so-manieth of a contract on. */
const PriceStep = z.strictObject({ fromPeriod: z.int().min(0).max(1200), priceMinor: PriceMinor });

const begins = (steps: readonly { fromPeriod: number }[]) => steps.some(({ fromPeriod }) => fromPeriod === 0);
const areDistinct = (steps: readonly { fromPeriod: number }[]) =>
  new Set(steps.map(({ fromPeriod }) => fromPeriod)).size === steps.length;

/** What a plan costs from now on, for whoever agrees to it: nobody who has it gets it unasked. */
export const PublishPlanVersionInput = z.strictObject({
  planId: Id,
  intervalMonths: Interval,
  currency: Currency,
  priceMode: z.enum(PRICE_MODES),
  isPerSeat: z.boolean(),
  prices: z
    .array(PriceStep)
    .min(1)
    .max(24)
    .refine(begins, { error: "no_first_price" })
    .refine(areDistinct, { error: "price_twice" }),
  setupFeeMinor: PriceMinor,
  depositMinor: PriceMinor,
  noticeDays: z.int().min(0).max(366),
  noticeMonths: z.int().min(0).max(24),
  minimumMonths: z.int().min(0).max(120),
  firstMonth: z.enum(["all", "part"]),
  accessHours: z.array(AccessHours).max(28).nullable(),
});
export type PublishPlanVersionInput = z.infer<typeof PublishPlanVersionInput>;

export interface PlanVersionView extends PublishPlanVersionInput {
  id: string;
  planName: string;
  ordinal: number;
  /** Contracts that run by it today. */
  contractCount: number;
  createdAt: string;
}

export const PlanVersionsInput = z.strictObject({ planId: Id.nullable() });
export type PlanVersionsInput = z.infer<typeof PlanVersionsInput>;
