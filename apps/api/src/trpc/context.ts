import type { Request, Response } from "express";
import { notFound } from "@working-social/kernel";
import type { Context } from "@working-social/db";
import { isThisMachine } from "../http/this-machine.ts";
import type { Services } from "../services.ts";
import type { Session } from "../session.ts";
import { networkOf } from "../sign-in/network.ts";
import { serverRefusal } from "./refusals.ts";

/** What procedures see of one HTTP request; the session is looked up once for all calls of a batch. */
export interface RequestContext {
  readonly services: Services;
  /** What counts as one caller among strangers: an address, or the network of an IPv6 address. */
  readonly clientNetwork: string;
  readonly response: Response;
  /** Whether it comes from the machine that the server runs on, and from nowhere behind it. */
  readonly isThisMachine: boolean;
  /** Whether the client named one of several organizations. */
  readonly asksForOrganization: boolean;
  session(): Promise<Session | null>;
}

/** EventSource can't set headers: a subscription names its organization in the connection parameters of tRPC. */
export function requestContext(
  services: Services,
  req: Request,
  res: Response,
  organizationOfStream?: string,
): RequestContext {
  const organizationId = organizationAsked(req) ?? organizationOfStream ?? null;
  let opened: Promise<Session | null> | null = null;
  const open = async () => {
    const session = await services.gate.open(req.headers.cookie, organizationId);
    res.locals["organizationId"] = session?.context?.organizationId;
    const cookie = session && (await services.gate.prolong(session));
    if (cookie && !res.headersSent) res.appendHeader("Set-Cookie", cookie);
    return session;
  };
  return {
    services,
    clientNetwork: networkOf(req.ip ?? "unknown"),
    response: res,
    isThisMachine: isThisMachine(req, services.env),
    asksForOrganization: organizationId !== null,
    session: () => (opened ??= open()),
  };
}

function organizationAsked(req: Request): string | null {
  const header = req.headers["x-organization-id"];
  return typeof header === "string" && header !== "" ? header : null;
}

/** The signed-in person's context. Throws unauthenticated, or not_found for an organization that is not theirs. */
export async function memberContext(request: RequestContext): Promise<{ signedIn: Session; member: Context }> {
  const signedIn = await request.session();
  if (signedIn?.context) return { signedIn, member: signedIn.context };
  if (signedIn && request.asksForOrganization) throw notFound("organization");
  throw serverRefusal("unauthenticated", { code: "unauthenticated" });
}
