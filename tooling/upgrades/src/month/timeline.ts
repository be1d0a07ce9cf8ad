import type { EpochMs } from "@working-social/kernel";
import { addDays, fromLocal } from "@working-social/kernel";
import type { House } from "./house.ts";

/** Something that somebody does at some time of the month. */
export interface Step {
  at: EpochMs;
  what: string;
  run: (house: House) => Promise<unknown>;
}

/** The clock on the wall of the first house. */
const ZONE = "America/New_York";

const FIRST_DAY = "2026-11-01";
/** The demo is made on the last working day before; the month ends on a Monday morning. */
export const DEMO_AT = "2026-10-30T14:48:00Z";
export const MONTH_ENDS = "2026-11-30T15:00:00.000Z";

/** `on(3, "10:00", …)`: on the third, by the wall clock of the first house. */
export function on(day: number, time: string, what: string, run: Step["run"]): Step {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { at: fromLocal(dateOf(day), hour * 60 + minute, ZONE), what, run };
}

export function dateOf(day: number): string {
  return addDays(FIRST_DAY, day - 1);
}

/** Lives through all steps in the order of time, each in its own present; a step that fails says which it was. */
export async function live(house: House, steps: readonly Step[]): Promise<void> {
  for (const { at, what, run } of [...steps].sort((a, b) => a.at - b.at)) {
    house.setClock(at);
    try {
      await run(house);
    } catch (error) {
      throw new Error(`"${what}" failed on ${new Date(at).toISOString()}.`, { cause: error });
    }
  }
}
