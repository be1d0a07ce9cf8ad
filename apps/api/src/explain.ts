import { sqlStateOf } from "@working-social/db";
import { isUnavailable } from "./trpc/refusals.ts";

/** Why the server does not start, as a sentence that says what to do. */
export function explain(error: unknown): string {
  if (isUnavailable(error)) return "The database of DATABASE_URL does not answer. Start it, or correct the address.";
  const message = error instanceof Error ? error.message : String(error);
  const state = sqlStateOf(error);
  if (state === "28P01" || state === "28000") return "The database of DATABASE_URL refuses this user or password.";
  if (state === "3D000") return "DATABASE_URL names a database that does not exist.";
  if (/role "working_social_\w+" does not exist/.test(message))
    return "The database is empty: apply the migrations first.";
  return message;
}
