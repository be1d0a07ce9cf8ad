import { sqlStateOf } from "./constraints.ts";

const CONNECTION_ERRORS = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "ENOENT", "EHOSTUNREACH"];
const CONNECTION_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|server closed the connection/i;

/**
 * Whether the database is away: no connection, or SQLSTATE classes 08 (connection), 57P (shutting down), 53 (no room), or
 * it gave a statement up for having waited too long (57014).
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null && /^(08|57P|57014|53)/.test(state)) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && CONNECTION_ERRORS.includes(code)) return true;
  return (
    CONNECTION_MESSAGES.test(error.message) ||
    (error.cause !== undefined && error.cause !== error && isUnavailable(error.cause))
  );
}
