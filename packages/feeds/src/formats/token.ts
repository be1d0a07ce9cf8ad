import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 bits, a new one if none is given, in 43 characters that need no escaping in an address. */
export function newToken(secret: Buffer = randomBytes(32)): string {
  return secret.toString("base64url");
}

/** What the database keeps instead of the token: a thief of the database can't read calendars. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
