import { fromNodeHeaders } from "better-auth/node";
import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import type { Services } from "../services.ts";
import { isUnavailable } from "../trpc/refusals.ts";
import { sendRefusal } from "./answers.ts";

/** What the portal uses of better-auth. Everything else that it could do does not exist here. */
export const SIGN_IN_PATHS = [
  "/get-session",
  "/sign-out",
  "/sign-in/email",
  "/sign-in/email-otp",
  "/email-otp/send-verification-otp",
  "/email-otp/request-password-reset",
  "/email-otp/reset-password",
  "/change-password",
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/get-totp-uri",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/two-factor/generate-backup-codes",
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/generate-authenticate-options",
  "/passkey/verify-authentication",
  "/passkey/list-user-passkeys",
  "/passkey/delete-passkey",
  "/passkey/update-passkey",
];

export function signInRoutes(services: Services): Router {
  const router = express.Router();
  router.use(express.json({ limit: "64kb" }));
  router.all("/{*path}", async (req: Request, res: Response, next: NextFunction) => {
    if (!SIGN_IN_PATHS.includes(req.path)) return next();
    const answer = await services.auth.handler(webRequest(req, services.env.publicUrl));
    if (answer.status >= 500) return refuse(res, await isDatabaseAway(services));
    res.status(answer.status);
    answer.headers.forEach((value, name) => name !== "set-cookie" && res.setHeader(name, value));
    for (const cookie of answer.headers.getSetCookie()) res.appendHeader("Set-Cookie", cookie);
    res.setHeader("Cache-Control", "no-store");
    res.end(Buffer.from(await answer.arrayBuffer()));
  });
  return router;
}

function webRequest(req: Request, publicUrl: string): globalThis.Request {
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  const headers = fromNodeHeaders(req.headers);
  headers.delete("content-length");
  headers.delete("transfer-encoding");
  return new globalThis.Request(`${publicUrl}${req.originalUrl}`, {
    method: req.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(req.body ?? {}) } : {}),
  });
}

/** better-auth answers 500 for any fault; the client should know whether trying again helps. */
async function isDatabaseAway({ db }: Services): Promise<boolean> {
  return db.signInPool.query("SELECT 1").then(() => false, isUnavailable);
}

function refuse(res: Response, isAway: boolean): void {
  if (isAway) sendRefusal(res, 503, { code: "unavailable" });
  else sendRefusal(res, 500, { code: "internal", requestId: String(res.locals["requestId"]) });
}
