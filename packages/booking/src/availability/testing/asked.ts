import type { Context } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { NaiveSpace } from "./naive-space.ts";

/** A space with its history, and who asks the queries about it. */
export interface Asked {
  space: NaiveSpace;
  ana: Context;
  desk: Context;
}

export const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
export const here = ({ resources }: NaiveSpace) =>
  resources.filter(({ locationId, isArchived }) => locationId === resources[0]?.locationId && !isArchived);
export const locationOf = (space: NaiveSpace) => space.resources[0]?.locationId ?? "";
export const spanOf = (slot: Interval) => ({ startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) });
