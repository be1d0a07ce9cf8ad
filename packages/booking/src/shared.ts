import type { Interval } from "@working-social/kernel";
import { parseInstant, ROLES } from "@working-social/kernel";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";

/** ISO 8601 instant with offset or Z, between 1990 and 2100: beyond that is a typing mistake. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= "1990" && text < "2100", { error: "out_of_range" });

/** When a slot starts or ends: prices, rules and calendars know no seconds. */
export const SlotTime = Instant.refine((text) => Date.parse(text) % 60_000 === 0, { error: "not_a_whole_minute" });

const YEAR_MS = 366 * 86_400_000;
/** A slot ends after it starts; beyond a year it is a mistyped date, and not worth walking through day by day. */
export function withSlot<Schema extends z.ZodType<MaybeSlot>>(schema: Schema): Schema {
  return schema
    .refine((slot) => lengthMs(slot) > 0, { error: "ends_before_it_starts", path: ["endsAt"] })
    .refine((slot) => lengthMs(slot) <= YEAR_MS, { error: "longer_than_a_year", path: ["endsAt"] });
}

/** A slot as it came in, as instants. */
export function slotOf(input: { startsAt: string; endsAt: string }): Interval {
  return { start: parseInstant(input.startsAt), end: parseInstant(input.endsAt) };
}

interface MaybeSlot {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
}

/** Where the slot is not said, nothing is wrong with it. */
function lengthMs({ startsAt, endsAt }: MaybeSlot): number {
  return startsAt === undefined || endsAt === undefined ? 1 : Date.parse(endsAt) - Date.parse(startsAt);
}

/** A calendar date in the location's zone: 2026-11-26. */
export const LocalDate = z.iso.date().refine((text) => text >= "1990" && text < "2100", { error: "out_of_range" });

export const Id = z.uuid();

/** What people type as a name: 1 to 120 characters, any script, normalised. */
export const Name = typedLine({ max: 120 });

export const Minutes = z.int().min(0).max(525_600);

/** A retry with the same key gives the same answer. The client makes one for each intention, not for each click. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/);

export const ResourceKind = z.enum(["room", "booth", "hot_desk", "dedicated_desk", "equipment"]);
export type ResourceKind = z.infer<typeof ResourceKind>;

export const RoleName = z.enum(ROLES);
