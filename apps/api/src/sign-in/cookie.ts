import { createHmac, timingSafeEqual } from "node:crypto";

/** `__Host-` binds the cookie to this very host, and browsers accept it over https only. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https://") ? "__Host-session" : "session";
}

/** The value of one cookie of a Cookie header, decoded; the first wins, as in RFC 6265, section 5.4. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/**
 * The token inside a cookie that better-auth signed: `<token>.<HMAC-SHA256 of the token, base64>`. Null when the
 * signature is not ours. A test holds this against cookies that better-auth makes.
 */
export function unsign(value: string | null, secret: string): string | null {
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The signed session cookie as a Set-Cookie header, with the same attributes that better-auth gives it. */
export function sessionCookie(token: string, secret: string, publicUrl: string, maxAgeSeconds: number): string {
  const value = encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);
  const secure = publicUrl.startsWith("https://") ? "; Secure" : "";
  return `${sessionCookieName(publicUrl)}=${value}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
