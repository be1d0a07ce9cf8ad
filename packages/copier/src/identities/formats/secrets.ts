import { createHash, randomBytes, randomInt, scrypt } from "node:crypto";

const PIN_DIGITS = 6;

/** Never chosen by a person: whoever is told that a PIN is taken would know a colleague's. */
export function newPin(): string {
  return String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, "0");
}

/**
 * A million PINs are soon tried, so each try is made slow (scrypt, 16 MB). The organization is the salt: a PIN is looked up
 * by its hash, and the same PIN elsewhere is another one.
 */
export function hashPin(pin: string, organizationId: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(pin, `print pin ${organizationId}`, 32, (error, key) =>
      error ? reject(error) : resolve(key.toString("hex")),
    );
  });
}

/** What the QR on a member's screen holds. */
export function newCode(): string {
  return randomBytes(32).toString("base64url");
}

export function hashCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
