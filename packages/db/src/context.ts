import type { Scope } from "@working-social/kernel";
import type { Database } from "./database.ts";

/** What every query and command receives: whose data, on whose behalf, at what time, and the database. */
export interface Context extends Scope {
  readonly db: Database;
}
