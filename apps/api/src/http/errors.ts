import type { NextFunction, Request, Response } from "express";
import { DomainError } from "@working-social/kernel";
import type { Log } from "../log.ts";
import type { ServerRefusal } from "../trpc/refusals.ts";
import { isUnavailable } from "@working-social/db";
import { sendRefusal } from "./answers.ts";
import { currentRequestId } from "./request-id.ts";

export function unknownRoute(_req: Request, res: Response): void {
  sendRefusal(res, 404, { code: "not_found", what: "route" });
}

/** The last one: nothing of an error leaves the server but the id of its log line. */
export function errorHandler(log: Log) {
  return (error: unknown, _req: Request, res: Response, _next: NextFunction): void => {
    const requestId = currentRequestId();
    if (isTooMany(error)) return sendRefusal(res, 429, error.refusal);
    const status = statusOf(error);
    if (isUnavailable(error)) {
      log.warn({ requestId, err: error }, "the database does not answer");
      return sendRefusal(res, 503, { code: "unavailable" });
    }
    if (status < 500) return sendRefusal(res, status, { code: "bad_input", issues: [] });
    log.error({ requestId, err: error }, "a request failed");
    sendRefusal(res, 500, { code: "internal", requestId });
  };
}

type TooMany = DomainError<Extract<ServerRefusal, { code: "too_many_requests" }>>;

function isTooMany(error: unknown): error is TooMany {
  return error instanceof DomainError && error.refusal.code === "too_many_requests";
}

/** Express and its parsers put the status of a bad request on the error (a broken URL, a body too large). */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : 500;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
