import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readCookie } from "./cookie.ts";

/** The most that browsers keep a cookie (RFC 6265bis, 5.5). */
export const KNOWN_BROWSER_SECONDS = 400 * 86_400;

/** Accounts that one browser is known to, such as the tablet of a front desk. */
const MOST_ACCOUNTS = 8;

/**
 * A browser that signed in to an account before is known to it: strangers, who guess from elsewhere, never lock it out, and
 * its own guesses are counted for itself (OWASP: Slow Down Online Guessing Attacks with Device Cookies). The cookie holds an
 * entry for each account: a tag of the address, an id of the browser there, and our signature of both. It opens nothing.
 */
export function knownBrowserCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https://") ? "__Host-known-browser" : "known-browser";
}

export interface KnownBrowsers {
  /** The id under which this browser is known to the account of the address, or null. */
  idOf(cookieHeader: string | null | undefined, address: string): string | null;
  /** The cookie's new value, in which the browser is known to the address too; the oldest account makes room. */
  knownTo(cookieHeader: string | null | undefined, address: string): string;
}

export function knownBrowsers(secret: string, cookieName: string): KnownBrowsers {
  const mac = (text: string) => createHmac("sha256", secret).update(`known browser ${text}`).digest("base64url");
  const tagOf = (address: string) => mac(`tag ${address}`).slice(0, 16);
  const entriesOf = (cookieHeader: string | null | undefined) =>
    (readCookie(cookieHeader ?? undefined, cookieName) ?? "")
      .split("~")
      .filter((entry) => entry.split(".").length === 3);

  const idOf: KnownBrowsers["idOf"] = (cookieHeader, address) => {
    const entry = entriesOf(cookieHeader).find((one) => one.startsWith(`${tagOf(address)}.`));
    const [, id = "", signature = ""] = entry?.split(".") ?? [];
    return entry !== undefined && isSame(signature, mac(`${address} ${id}`)) ? id : null;
  };
  return {
    idOf,
    knownTo(cookieHeader, address) {
      const tag = tagOf(address);
      const id = idOf(cookieHeader, address) ?? randomBytes(12).toString("base64url");
      const others = entriesOf(cookieHeader).filter((entry) => !entry.startsWith(`${tag}.`));
      return [`${tag}.${id}.${mac(`${address} ${id}`)}`, ...others].slice(0, MOST_ACCOUNTS).join("~");
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
