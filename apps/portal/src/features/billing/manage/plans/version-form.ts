import { PublishPlanVersionInput, type PlanVersionView } from "@working-social/billing/schema";
import type { LocationView } from "@working-social/booking/schema";
import { z } from "zod";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";

const { prices: _prices, ...others } = PublishPlanVersionInput.shape;
const [Price] = [others.setupFeeMinor];
const empty = (schema: z.ZodType<number, number>) =>
  z
    .int()
    .nullable()
    .transform((value) => value ?? 0)
    .pipe(schema);

/** As it is typed: the first price by itself, later ones by the period that they begin with, counted from 1; an empty box is none. */
export const VersionFields = z.strictObject({
  ...others,
  intervalMonths: z.enum(["0", "1", "3", "12"]),
  priceMinor: Price,
  steps: z.array(z.strictObject({ period: z.int().min(2).max(1201), priceMinor: Price })).max(23),
  setupFeeMinor: empty(others.setupFeeMinor),
  depositMinor: empty(others.depositMinor),
  noticeDays: empty(others.noticeDays),
  noticeMonths: empty(others.noticeMonths),
  minimumMonths: empty(others.minimumMonths),
});
export type VersionFieldValues = z.input<typeof VersionFields>;
type VersionOutput = z.output<typeof VersionFields>;
export type VersionForm = EntityForm<VersionFieldValues, VersionOutput>;

/** Begins with the price until now, so that only what is another one is typed. */
export function versionFieldsOf(
  planId: string,
  place: Pick<LocationView, "currency" | "taxInclusive"> | undefined,
  newest: PlanVersionView | undefined,
) {
  const orNull = (value: number | undefined) => (value === undefined || value === 0 ? null : value);
  const first = newest?.prices.find(({ fromPeriod }) => fromPeriod === 0)?.priceMinor;
  return {
    planId,
    intervalMonths: intervalOf(newest?.intervalMonths ?? 1),
    currency: newest?.currency ?? place?.currency ?? "EUR",
    priceMode: newest?.priceMode ?? (place?.taxInclusive === false ? ("net" as const) : ("gross" as const)),
    isPerSeat: newest?.isPerSeat ?? false,
    ...(first === undefined ? {} : { priceMinor: first }),
    steps: (newest?.prices ?? [])
      .filter(({ fromPeriod }) => fromPeriod > 0)
      .map(({ fromPeriod, priceMinor }) => ({ period: fromPeriod + 1, priceMinor })),
    setupFeeMinor: orNull(newest?.setupFeeMinor),
    depositMinor: orNull(newest?.depositMinor),
    noticeDays: orNull(newest?.noticeDays),
    noticeMonths: orNull(newest?.noticeMonths),
    minimumMonths: orNull(newest?.minimumMonths),
    firstMonth: newest?.firstMonth ?? ("all" as const),
    accessHours: newest?.accessHours ?? null,
  };
}

export function versionInputOf({ steps, priceMinor, intervalMonths, ...rest }: VersionOutput): PublishPlanVersionInput {
  return {
    ...rest,
    intervalMonths: { "0": 0, "1": 1, "3": 3, "12": 12 }[intervalMonths] as PublishPlanVersionInput["intervalMonths"],
    prices: [
      { fromPeriod: 0, priceMinor },
      ...steps.map((step) => ({ fromPeriod: step.period - 1, priceMinor: step.priceMinor })),
    ],
  };
}

function intervalOf(months: number): VersionFieldValues["intervalMonths"] {
  return months === 0 ? "0" : months === 3 ? "3" : months === 12 ? "12" : "1";
}
