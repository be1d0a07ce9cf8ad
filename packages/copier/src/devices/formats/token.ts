import { createHash, randomBytes } from "node:crypto";

/** Who speaks with a token: the agent of a device reports, a kiosk beside it releases, and neither can do the other's. */
export type TokenKind = "agent" | "kiosk";

const PREFIXES: Record<TokenKind, string> = { agent: "wsd", kiosk: "wsk" };

/** A secret of 256 bits, a new one if none is given; the prefix lets a scanner of leaked secrets know whose it is. */
export function newToken(kind: TokenKind, secret: Buffer = randomBytes(32)): string {
  return `${PREFIXES[kind]}_${secret.toString("base64url")}`;
}

/** What the database keeps instead of the token. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The token of an Authorization header (RFC 6750), and whose it says it is; or null. */
export function bearerToken(authorization: string | undefined): { kind: TokenKind; token: string } | null {
  const [, token, prefix] = /^Bearer ((wsd|wsk)_[A-Za-z0-9_-]{43})$/i.exec(authorization ?? "") ?? [];
  if (token === undefined) return null;
  return { kind: prefix === PREFIXES.kiosk ? "kiosk" : "agent", token };
}
