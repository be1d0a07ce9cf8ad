import type { Context, Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock, EpochMs, Role } from "@working-social/kernel";
import { mintOrganizationId } from "@working-social/kernel";
import { SESSION_DAYS } from "./sign-in/auth.ts";
import { readCookie, sessionCookie, sessionCookieName, unsign } from "./sign-in/cookie.ts";

const DAY_MS = 86_400_000;

/** Who signed in, and who that is in the organization asked for. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly expiresAt: EpochMs;
  /** Null when the user belongs to no organization, or not to the one asked for. */
  readonly context: Context | null;
}

interface SessionRow {
  user_id: string;
  email: string;
  has_second_factor: boolean;
  expires_at: EpochMs;
  person_id: string | null;
  organization_id: string | null;
  role: Role | null;
}

export interface SessionGate {
  /** One statement. Null without a cookie that we signed, and for a session that is over or revoked. */
  open(cookieHeader: string | undefined, organizationId: string | null): Promise<Session | null>;
  /** Whether the session still holds: for connections that outlive a request. */
  holds(session: Session): Promise<boolean>;
  /** A Set-Cookie header that prolongs a session older than a day, or null. Writes at most once a day. */
  prolong(session: Session): Promise<string | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function sessionGate({
  db,
  clock,
  secret,
  publicUrl,
}: {
  db: Database;
  clock: Clock;
  secret: string;
  publicUrl: string;
}): SessionGate {
  const cookieName = sessionCookieName(publicUrl);

  const find = async (token: string, organizationId: string | null): Promise<SessionRow | undefined> => {
    const { rows } = await db.pool.query<SessionRow>({
      name: "session_person",
      text: "SELECT user_id, email, has_second_factor, expires_at, person_id, organization_id, role FROM session_person($1, $2, $3)",
      values: [token, organizationId, timestamp(clock.now())],
    });
    return rows[0];
  };

  const contextOf = ({ person_id, organization_id, role }: SessionRow): Context | null => {
    if (person_id === null || organization_id === null || role === null) return null;
    return {
      db,
      clock,
      organizationId: mintOrganizationId(organization_id),
      actor: { kind: "person", personId: person_id, role },
    };
  };

  return {
    async open(cookieHeader, organizationId) {
      const token = unsign(readCookie(cookieHeader, cookieName), secret);
      if (token === null) return null;
      const isOrganization = organizationId === null || UUID.test(organizationId);
      const row = await find(token, isOrganization ? organizationId : NO_ORGANIZATION);
      if (!row) return null;
      return {
        token,
        userId: row.user_id,
        email: row.email,
        hasSecondFactor: row.has_second_factor,
        expiresAt: row.expires_at,
        context: contextOf(row),
      };
    },

    async holds({ token, context }) {
      const row = await find(token, context?.organizationId ?? null);
      return row !== undefined && row.person_id !== null;
    },

    async prolong({ token, expiresAt }) {
      const now = clock.now();
      if (expiresAt - now > (SESSION_DAYS - 1) * DAY_MS) return null;
      await db.signInPool.query("UPDATE sessions SET expires_at = $2, updated_at = $3 WHERE token = $1", [
        token,
        timestamp(now + SESSION_DAYS * DAY_MS),
        timestamp(now),
      ]);
      return sessionCookie(token, secret, publicUrl, SESSION_DAYS * 86_400);
    },
  };
}

/** A header that names no organization of ours at all. */
const NO_ORGANIZATION = "00000000-0000-0000-0000-000000000000";
