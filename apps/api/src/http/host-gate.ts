import type { NextFunction, Request, Response } from "express";
import { isLoopbackName, nameOfHost } from "../hosts.ts";
import type { Log } from "../log.ts";
import { sendRefusal } from "./answers.ts";
import { currentRequestId } from "./request-id.ts";

const EXPLANATION =
  "This server does not answer under this name. Whoever runs it can add the name to ALLOWED_HOSTS, or set PUBLIC_URL.\n";

/**
 * Refuses names that are not ours (421, RFC 9110, section 15.5.20), before anything is read: a page of another site can
 * bind its own name to our address (DNS rebinding), and is then of the same origin in the browser's eyes.
 */
export function hostGate(hosts: readonly string[], log: Log) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const name = nameOfHost(req.headers.host);
    if (name !== null && (isLoopbackName(name) || hosts.includes(name))) return next();
    log.warn({ requestId: currentRequestId(), host: name }, "a request for a name that is not ours");
    if (req.accepts(["json", "html"]) === "html") res.status(421).type("text/plain").send(EXPLANATION);
    else sendRefusal(res, 421, { code: "unknown_host" });
  };
}
