const HOST = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** The name in a Host header (RFC 9110, section 7.2), lower case and without its port; null when it is none. */
export function nameOfHost(host: string | undefined): string | null {
  return HOST.exec(host ?? "")?.[1]?.toLowerCase() ?? null;
}

/** Whether a name or address means the machine itself (RFC 6761, section 6.3; 127.0.0.0/8; ::1), as a URL spells it. */
export function isLoopbackName(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * The sentence that stops a start without a mail server: whoever is not at this machine can't read the folder in which
 * mail waits, so nobody could sign in. Null where that is no trouble.
 */
export function needsMailServer(publicUrl: string): string | null {
  if (isLoopbackName(new URL(publicUrl).hostname)) return null;
  return `People who open ${publicUrl} sign in by mail: set SMTP_URL to a mail server (smtp://user:password@host:587).`;
}
