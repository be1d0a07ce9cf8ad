import type { Response } from "express";
import type { ApiRefusal } from "../trpc/refusals.ts";
import { retryAfterOf } from "../trpc/refusals.ts";

/** A refusal outside of tRPC, in the shape that its client reads too. Never a sentence, never a stack. */
export function sendRefusal(res: Response, httpStatus: number, refusal: ApiRefusal): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(httpStatus).setHeader("Cache-Control", "no-store");
  sayWhenToComeBack(res, refusal);
  res.json({
    error: { message: refusal.code, code: -32_600, data: { code: refusal.code.toUpperCase(), httpStatus, refusal } },
  });
}

/** Retry-After (RFC 9110, section 10.2.3), for a refusal that ends by itself. */
export function sayWhenToComeBack(res: Response, refusal: object): void {
  const seconds = retryAfterOf(refusal);
  if (seconds !== null) res.setHeader("Retry-After", seconds);
}
