/** The kiosk's own token, in this browser only. The portal's pages never read this key. */
const STORAGE_KEY = "print-kiosk-token";

/** As the server makes them: "wsk_" and 256 bits. */
const KIOSK_TOKEN = /^wsk_[A-Za-z0-9_-]{43}$/;
const AGENT_TOKEN = /^wsd_[A-Za-z0-9_-]{43}$/;

/** What somebody pasted or scanned, before the server is asked. */
export function tokenKind(text: string): "kiosk" | "agent" | "none" {
  if (KIOSK_TOKEN.test(text)) return "kiosk";
  return AGENT_TOKEN.test(text) ? "agent" : "none";
}

/** What staff should know of the token: it opens nothing any more, or this browser keeps nothing. */
export type TokenTrouble = "revoked" | "notKept";

/** null: this browser is no kiosk, or may store nothing (private windows). */
export function keptToken(): string | null {
  try {
    const token = localStorage.getItem(STORAGE_KEY);
    return token !== null && tokenKind(token) === "kiosk" ? token : null;
  } catch {
    return null;
  }
}

/** Whether the browser keeps it; if it does not, the kiosk works until the page is closed. */
export function keepToken(token: string): boolean {
  try {
    localStorage.setItem(STORAGE_KEY, token);
    return true;
  } catch {
    return false;
  }
}

export function forgetToken(): void {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Where nothing may be stored, nothing is.
  }
}
