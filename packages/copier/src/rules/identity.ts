/** What a log calls a user, made comparable: lower case, without the domain that Windows puts before it. */
export function userKeyOf(reported: string): string {
  const text = reported.normalize("NFC").trim().toLowerCase();
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

/** Nobody: what print systems write when they don't know who prints. */
export function isAnonymous(userKey: string): boolean {
  return userKey === "" || userKey === "-" || userKey === "anonymous" || userKey === "unknown";
}
