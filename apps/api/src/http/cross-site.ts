import type { NextFunction, Request, Response } from "express";
import { sendRefusal } from "./answers.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what a page of another site sent with the visitor's cookies, before anything is read (ASVS 5.0, 3.5.1 and
 * 3.5.2). The browser's own word counts first (Sec-Fetch-Site, which no page can set), then Origin against our origins
 * and the Host asked for. A request without both comes from no browser. Writes must be JSON: a form can't send that
 * without a preflight, and a multipart POST would otherwise run a mutation.
 */
export function crossSiteGate(origins: readonly string[]) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (!isOurs(req, origins)) return sendRefusal(res, 403, { code: "not_allowed", action: "cross_site" });
    if (!SAFE_METHODS.includes(req.method) && !isJson(req))
      return sendRefusal(res, 415, { code: "bad_input", issues: [] });
    next();
  };
}

function isOurs(req: Request, origins: readonly string[]): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || (site === "none" && SAFE_METHODS.includes(req.method));
  const { origin } = req.headers;
  if (origin === undefined) return true;
  return origins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === req.headers.host);
}

function isJson(req: Request): boolean {
  const type = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  return type === "application/json";
}
