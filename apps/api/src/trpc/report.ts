import type { TRPCError } from "@trpc/server";
import { currentRequestId } from "../http/request-id.ts";
import type { Log } from "../log.ts";
import { withStatus } from "./refusals.ts";

/** Logs what nobody expected, with its cause, under the id that the client is shown; refusals are no faults. */
export function reportTo(log: Log) {
  const told = new WeakSet<Error>(); // of a stream, tRPC tells twice
  return ({ error, path }: { error: TRPCError; path: string | undefined }): void => {
    const { code, cause = error } = withStatus(error);
    if (told.has(cause)) return;
    told.add(cause);
    const about = { requestId: currentRequestId(), procedure: path };
    if (code === "INTERNAL_SERVER_ERROR") log.error({ ...about, err: cause }, "a procedure failed");
    if (code === "SERVICE_UNAVAILABLE") log.warn({ ...about, reason: cause.message }, "the database does not answer");
  };
}
