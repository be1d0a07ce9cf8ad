import type { Request } from "express";
import type { Env } from "../env.ts";
import { isLoopbackName, nameOfHost } from "../hosts.ts";

/** What proxies and the networks before them add to a request, beside `X-Forwarded-*`. */
const FORWARDED = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-(connecting-ip|ray))$/;

/**
 * Whether a request comes from this machine to a server that is meant for this machine. The peer's address alone does
 * not tell: a proxy on the same machine has it too, and so has a page of another site whose name was bound to loopback.
 * nginx as it comes says nothing at all: it asks for the address that it was told, in HTTP/1.0, which no browser speaks.
 */
export function isThisMachine(req: Request, { isLocal }: Pick<Env, "isLocal">): boolean {
  const { socket, headers, httpVersion } = req;
  if (!isLocal || httpVersion === "1.0" || Object.keys(headers).some((name) => FORWARDED.test(name))) return false;
  const name = nameOfHost(headers.host);
  return name !== null && isLoopbackName(name) && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "");
}
