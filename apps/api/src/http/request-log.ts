import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Log } from "../log.ts";
import { addressOf, CLIENT_ADDRESS_HEADER } from "../sign-in/network.ts";
import { withRequestId } from "./request-id.ts";

/**
 * Gives each request an id and one line in the log: method, route, status, milliseconds, organization. The route is a
 * pattern where the path holds a secret, and never has a query string.
 */
export function requestLog(log: Log) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    const started = performance.now();
    const route = routeOf(req.path);
    res.locals["requestId"] = requestId;
    res.setHeader("X-Request-Id", requestId);
    req.headers[CLIENT_ADDRESS_HEADER] = addressOf(req.ip ?? "");
    res.on("close", () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const organizationId: unknown = res.locals["organizationId"];
      const line = {
        requestId,
        method: req.method,
        route,
        status: res.statusCode,
        ms,
        ...(organizationId ? { organizationId } : {}),
      };
      if (res.statusCode >= 500) log.error(line, "request");
      else log.info(line, "request");
    });
    withRequestId(requestId, next);
  };
}

function routeOf(path: string): string {
  if (path.startsWith("/calendar/")) return "/calendar/:token.ics";
  if (path.startsWith("/api/")) return path.split("/").slice(0, 5).join("/").slice(0, 200);
  if (path.startsWith("/mail/") || path === "/healthz" || path === "/readyz") return path.slice(0, 100);
  return path.startsWith("/kiosk") ? "/kiosk/*" : "/*";
}
