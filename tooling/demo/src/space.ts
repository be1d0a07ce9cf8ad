import type { Context } from "@working-social/db";
import type { EpochMs, Role } from "@working-social/kernel";
import { fixedClock, formatInstant } from "@working-social/kernel";
import type { Place } from "./wishes.ts";

/** Somebody of the demo, once the product knows them. */
export interface Resident {
  id: string;
  role: Role;
  teamId: string | null;
}

/** The demo space as the product has made it: what names in the demo's data stand for. */
export interface Space {
  owner: Context;
  places: { oldHarbour: Place; ropeWalk: Place };
  /** By mailbox. */
  people: ReadonlyMap<string, Resident>;
  /** By name. */
  plans: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
}

/** Who does something here: a context in which the clock can be set, as the past had its own present. */
export type ContextOf = (person: Pick<Resident, "id" | "role">, at: EpochMs) => Context;

export function contextsOf(owner: Context): ContextOf {
  return ({ id, role }, at) => ({ ...owner, actor: { kind: "person", personId: id, role }, clock: clockAt(at) });
}

export function clockAt(at: EpochMs): Context["clock"] {
  return fixedClock(formatInstant(at));
}

/** Whose credits somebody's doings move: what a team shares is moved by all of its people. */
export function creditsOf({ id, teamId }: Pick<Resident, "id" | "teamId">): string {
  return teamId ?? id;
}

/** What a name of the demo's data stands for. Throws when the demo contradicts itself. */
export function named<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The demo has no ${name}.`);
  return value;
}
