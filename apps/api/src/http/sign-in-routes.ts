import { fromNodeHeaders } from "better-auth/node";
import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import type { Services } from "../services.ts";
import { unreadableParts } from "../trpc/readable-input.ts";
import { isUnavailable } from "@working-social/db";
import { sendRefusal } from "./answers.ts";
import { jsonBody } from "./json-body.ts";
import { currentRequestId } from "./request-id.ts";

const RETRY_AFTER_SECONDS = 60;

/** What the portal uses of better-auth. Everything else that it could do does not exist here. */
const SIGN_IN_PATHS = [
  "/get-session",
  "/sign-out",
  "/sign-in/email",
  "/sign-in/email-otp",
  "/email-otp/send-verification-otp",
  "/email-otp/request-password-reset",
  "/email-otp/reset-password",
  "/email-otp/verify-email",
  "/prove/password",
  "/change-password",
  "/list-sessions",
  "/revoke-session",
  "/revoke-other-sessions",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/generate-authenticate-options",
  "/passkey/verify-authentication",
  "/passkey/list-user-passkeys",
  "/passkey/delete-passkey",
];

/** What better-auth answers with 500, and is the client's fault: a passkey made for another site, or not made at all. */
const UNVERIFIED_REGISTRATION = '"FAILED_TO_VERIFY_REGISTRATION"';

export function signInRoutes(services: Services): Router {
  const router = express.Router();
  router.use(jsonBody("64kb"), readableBody);
  router.all("/{*path}", async (req: Request, res: Response, next: NextFunction) => {
    if (!SIGN_IN_PATHS.includes(req.path)) return next();
    const answer = await services.auth.handler(webRequest(req, services.env.publicUrl));
    const isUnverified = answer.status >= 500 && (await answer.clone().text()).includes(UNVERIFIED_REGISTRATION);
    if (answer.status >= 500 && !isUnverified) return refuse(res, await isDatabaseAway(services));
    res.status(isUnverified ? 400 : answer.status);
    answer.headers.forEach((value, name) => name !== "set-cookie" && res.setHeader(name, value));
    for (const cookie of answer.headers.getSetCookie()) res.appendHeader("Set-Cookie", cookie);
    res.setHeader("Cache-Control", "no-store");
    // better-auth's own limits say it in a header of their own, its locks not at all.
    if (answer.status === 429 && !res.hasHeader("Retry-After"))
      res.setHeader("Retry-After", answer.headers.get("x-retry-after") ?? RETRY_AFTER_SECONDS);
    res.end(Buffer.from(await answer.arrayBuffer()));
  });
  return router;
}

/** What PostgreSQL can't hold is a wrong input, and no fault of ours. */
function readableBody(req: Request, res: Response, next: NextFunction): void {
  const issues = unreadableParts(req.body);
  if (issues.length > 0) sendRefusal(res, 400, { code: "bad_input", issues });
  else next();
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
  else sendRefusal(res, 500, { code: "internal", requestId: currentRequestId() });
}
