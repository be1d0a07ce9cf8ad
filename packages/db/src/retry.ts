import { setTimeout as delay } from "node:timers/promises";
import type { ConstraintName } from "./constraints.ts";
import { sqlStateOf, violatedConstraint } from "./constraints.ts";

const ATTEMPTS = 6;

/** Serialization failure and deadlock: PostgreSQL asks for exactly this. */
const RETRYABLE = new Set(["40001", "40P01"]);

/** A unit that was chosen a moment before somebody took it out of its resource: choosing again finds another, or none. */
const LOST_CHOICE: ConstraintName = "claims_organization_id_unit_id_fkey";

/** Runs `attempt` again when the database gave it up to others; with a growing, random pause. Other errors pass. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === ATTEMPTS || !isRetryable(error)) throw error;
      await delay(Math.random() * 5 * 2 ** tries);
    }
  }
}

export function isRetryable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state === "23503") return violatedConstraint(error) === LOST_CHOICE;
  return state !== null && RETRYABLE.has(state);
}
