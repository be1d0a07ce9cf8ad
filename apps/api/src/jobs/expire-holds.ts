import { expireHolds } from "@working-social/booking";
import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";

/** Frees what nobody confirmed in time, in every organization. Repeating it changes nothing. */
export async function expireHoldsEverywhere(db: Database, clock: Clock): Promise<void> {
  await expireHolds({ db, clock });
}
