import type { Request } from "express";
import type { Env } from "../env.ts";
import { isLoopbackName, nameOfHost } from "../hosts.ts";

const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Whether a request comes from this machine to a server that is meant for this machine. The peer's address alone does
 * not tell: a proxy on the same machine has it too, and so has a page of another site whose name was bound to loopback.
 */
export function isThisMachine({ socket, headers }: Request, { isLocal }: Pick<Env, "isLocal">): boolean {
  if (!isLocal || FORWARDED.some((name) => headers[name] !== undefined)) return false;
  const name = nameOfHost(headers.host);
  return name !== null && isLoopbackName(name) && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "");
}
