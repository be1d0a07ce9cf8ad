import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import { feedVersion, findFeed, renderFeed } from "@working-social/feeds";
import type { Services } from "../services.ts";
import { networkOf } from "../sign-in/network.ts";

const FILE = /^([A-Za-z0-9_-]{1,200})\.ics$/;

/**
 * Calendar feeds at /calendar/<token>.ics (ASVS 5.0, 14.2.1 asks for no secrets in addresses; calendar programs know
 * nothing else, so the token is long, revocable, kept as a hash and out of every log). An unchanged feed costs a look at
 * its version and no rendering; the ETag is weak, since the same calendar comes compressed or not. A revoked token answers like one that never was.
 */
export function feeds({ db, clock, requestLimits }: Pick<Services, "db" | "clock" | "requestLimits">): Router {
  const router = express.Router();
  router.get("/:file", async (req: Request, res: Response, next: NextFunction) => {
    res
      .setHeader("Referrer-Policy", "no-referrer")
      .setHeader("X-Robots-Tag", "noindex, nofollow")
      .setHeader("Cache-Control", "no-store");
    await requestLimits.take(`feeds ${networkOf(req.ip ?? "unknown")}`, "query");
    const token = FILE.exec(String(req.params["file"]))?.[1];
    const feed = token === undefined ? null : await findFeed(db, token);
    if (!feed) return next();
    const scope = { db, organizationId: feed.organizationId };
    const now = clock.now();
    res.locals["organizationId"] = feed.organizationId;
    const version = await feedVersion(scope, feed, now);
    res.setHeader("Cache-Control", "private, max-age=300").setHeader("ETag", `W/"${version}"`);
    res.vary("Accept-Encoding");
    if (knows(req.headers["if-none-match"], version)) return void res.status(304).end();
    res
      .setHeader("Content-Type", "text/calendar; charset=utf-8")
      .setHeader("Content-Disposition", 'inline; filename="calendar.ics"');
    res.send(await renderFeed(scope, feed, now));
  });
  return router;
}

/**
 * Whether If-None-Match names the version (RFC 9110, section 13.1.2: compared weakly). Unlike Express's `req.fresh`, a
 * Cache-Control: no-cache beside it does not count: calendar programs send it with every request.
 */
function knows(header: string | undefined, version: string): boolean {
  return header?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${version}"`) ?? false;
}
