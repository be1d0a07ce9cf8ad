import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Crockford's base 32: nothing in it looks like something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12; // 60 bits

/**
 * What whoever runs the server tells the first owner, so that no stranger sets up an installation before them. It comes
 * out of the secret: all nodes and all starts show the same one. It is good once, for the first organization, since
 * nothing can be set up after that.
 */
export function setUpCode(secret: string): string {
  const bytes = createHmac("sha256", secret).update("set-up code").digest();
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return letters.replaceAll(/.{4}(?=.)/g, "$&-");
}

/** Whether somebody typed the code, however they wrote it. Takes the same time for every wrong one. */
export function isSetUpCode(typed: string, secret: string): boolean {
  return timingSafeEqual(digestOf(typed), digestOf(setUpCode(secret)));
}

function digestOf(code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return createHash("sha256").update(plain).digest();
}
