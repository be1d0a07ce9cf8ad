import type { Response } from "express";
import type { ApiRefusal } from "../trpc/refusals.ts";

/** A refusal outside of tRPC, in the shape that its client reads too. Never a sentence, never a stack. */
export function sendRefusal(res: Response, httpStatus: number, refusal: ApiRefusal): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(httpStatus).setHeader("Cache-Control", "no-store");
  res.json({
    error: { message: refusal.code, code: -32_600, data: { code: refusal.code.toUpperCase(), httpStatus, refusal } },
  });
}
