import { isUnavailable, sqlStateOf, UnprovenConnection } from "@working-social/db";

/** Why the server does not start, as a sentence that says what to do. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnprovenConnection) return message;
  if (isUnavailable(error))
    return "The database of APP_DATABASE_URL does not answer. Start it, or correct the address.";
  const state = sqlStateOf(error);
  if (state === "28P01" || state === "28000") return "The database of APP_DATABASE_URL refuses this user or password.";
  if (state === "3D000") return "APP_DATABASE_URL names a database that does not exist.";
  if (state === "42501" && /set role/.test(message))
    return "The user of APP_DATABASE_URL is not a member of working_social_app and working_social_sign_in: `npm run migrate` makes one that is.";
  if (/role "working_social_\w+" does not exist|pg-boss (is not installed|database requires)/.test(message))
    return "The database lacks its tables or some of them: apply the migrations first (`npm run migrate`).";
  return message;
}
