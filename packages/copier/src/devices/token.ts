import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 bits; the prefix lets a scanner of leaked secrets know whose it is. */
export function newDeviceToken(): string {
  return `wsd_${randomBytes(32).toString("base64url")}`;
}

/** What the database keeps instead of the token. */
export function hashDeviceToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The token of an Authorization header (RFC 6750), or null. */
export function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer (wsd_[A-Za-z0-9_-]{43})$/i.exec(authorization ?? "")?.[1] ?? null;
}
