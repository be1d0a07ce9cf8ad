import compression from "compression";
import type { NextFunction, Request, Response } from "express";

const SMALLEST_BYTES = 1_024;

/**
 * Compresses every answer from a kilobyte on, with what the client likes best. A stream of events is left alone: each
 * event is smaller than that, and must be there at once. (A page of another site can't make a browser ask for what holds
 * secrets, so the length of an answer tells it nothing.)
 */
export function compressed() {
  return compression({
    threshold: SMALLEST_BYTES,
    filter: (req, res) => !isStream(res) && compression.filter(req, res),
  });
}

/**
 * tRPC writes an answer and then ends it, so that its length is not known when its headers go out. This holds the first
 * piece back until a second one or the end comes; a stream of events passes.
 */
export function inOnePiece(_req: Request, res: Response, next: NextFunction): void {
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  let held: Uint8Array | null = null;
  const pass = (chunk: Uint8Array) => write(chunk);
  res.write = (chunk: Uint8Array) => {
    if (held === null && !res.headersSent && !isStream(res)) {
      held = chunk;
      return true;
    }
    if (held !== null) pass(held);
    held = null;
    return pass(chunk);
  };
  res.end = (chunk?: unknown) => {
    const first = held;
    held = null;
    if (first === null) return chunk === undefined ? end() : end(chunk);
    if (chunk === undefined) return end(res.headersSent ? first : withLength(res, first));
    pass(first);
    return end(chunk);
  };
  next();
}

function withLength(res: Response, whole: Uint8Array): Uint8Array {
  res.setHeader("Content-Length", whole.byteLength);
  return whole;
}

function isStream(res: Response): boolean {
  return String(res.getHeader("Content-Type")).startsWith("text/event-stream");
}
