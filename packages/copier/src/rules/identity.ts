import { normalLine } from "@working-social/kernel";

/** What a log calls a user, made comparable: lower case, without the domain that Windows puts before it. */
export function userKeyOf(reported: string): string {
  const text = normalLine(reported).toLowerCase();
  return text.slice(text.lastIndexOf("\\") + 1).slice(0, 254);
}

/**
 * The address without its tag: ana+print@example.org is ana's mailbox (RFC 5233). null for what is no address. A leading
 * plus is a name of its own.
 */
export function mailboxOf(text: string): string | null {
  const found = /^([^@\s]+)@([^@\s]+)$/.exec(text.trim().toLowerCase());
  if (!found) return null;
  const [, local = "", domain = ""] = found;
  const plus = local.indexOf("+");
  return `${plus > 0 ? local.slice(0, plus) : local}@${domain}`;
}

/** What copiers take as a code: four to ten digits. */
export function isPin(text: string): boolean {
  return /^\d{4,10}$/.test(text);
}

/** What is kept of a user name that looks like a PIN: its last two digits, to know it by, and its hash. */
const HIDDEN_PIN = /^pin:(\d\d):([0-9a-f]{64})$/;

/** Such a name as it is kept: people mistype their PIN at the copier, and then the log holds nearly all of it. */
export function hiddenPin(pin: string, hash: string): string {
  return `pin:${pin.slice(-2)}:${hash}`;
}

/** The hash in it; null for any other name. */
export function pinHashOf(userKey: string): string | null {
  return HIDDEN_PIN.exec(userKey)?.[2] ?? null;
}

/** A user as people are shown it: of a PIN the last two digits. */
export function shownUser(userKey: string): string {
  const digits = HIDDEN_PIN.exec(userKey)?.[1] ?? (isPin(userKey) ? userKey.slice(-2) : undefined);
  return digits === undefined ? userKey : `••••${digits}`;
}

/** Nobody: what print systems write when they don't know who prints. */
export function isAnonymous(userKey: string): boolean {
  return userKey === "" || userKey === "-" || userKey === "anonymous" || userKey === "unknown";
}
