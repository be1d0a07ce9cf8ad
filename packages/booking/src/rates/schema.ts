import { EDITED } from "@working-social/kernel/edit-input";
import { z } from "zod";
import { Id, Name, ResourceKind } from "../shared.ts";

const rateFields = {
  name: Name,
  locationId: Id,
  resourceKind: ResourceKind.nullable(),
  resourceId: Id.nullable(),
  audience: z.enum(["anyone", "member", "non_member"]),
  planId: Id.nullable(),
  /** ISO weekdays; empty means all. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  bandFromMinute: z.int().min(0).max(1439),
  bandToMinute: z.int().min(1).max(1440),
  unit: z.enum(["hour", "half_day", "day"]),
  priceMinor: z.int().min(0).max(1_000_000_000_000),
  minimumChargeMinor: z.int().min(0).max(1_000_000_000_000).nullable(),
};
/** Of the whole: an update that moves one end is looked at together with the other. */
export const bandIsForward = (rate: { bandFromMinute: number; bandToMinute: number }) =>
  rate.bandToMinute > rate.bandFromMinute;
export const CreateRateInput = z.strictObject(rateFields).refine(bandIsForward, { error: "band_is_empty" });
export type CreateRateInput = z.infer<typeof CreateRateInput>;
export const UpdateRateInput = z.strictObject(rateFields).exactPartial().extend(EDITED);
export type UpdateRateInput = z.infer<typeof UpdateRateInput>;

export interface RateView extends CreateRateInput {
  id: string;
}

export const ListRatesInput = z.strictObject({ locationId: Id });
export type ListRatesInput = z.infer<typeof ListRatesInput>;
export const RateIdInput = z.strictObject({ id: Id });
export type RateIdInput = z.infer<typeof RateIdInput>;
