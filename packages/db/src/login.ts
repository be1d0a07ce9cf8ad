import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { sqlStateOf } from "./constraints.ts";

/** The name of the login that serves; what it may do comes from the two roles that it is a member of. */
export const LOGIN = "working_social_login";

const MEMBER_OF = "working_social_app, working_social_sign_in";
const ITERATIONS = 4_096;

export interface LoginOptions {
  /** Another name than the product's own; tests have one, so that they change nobody's password. */
  name?: string;
  /** A random one unless it is given. */
  password?: string;
  /** Whether an existing login gets the new password, or null is returned. */
  replaces: boolean;
}

/**
 * Makes the login that the server connects with, as the owner of a migrated database: it owns nothing, can create nothing
 * and inherits nothing, so that RESET ROLE leads to a user who may not even read. Returns its address, or null when
 * there is such a login already and it is to be left alone. Throws 42501 when the owner may not create roles.
 */
export async function makeLogin(ownerUrl: string, options: LoginOptions): Promise<string | null> {
  const { name = LOGIN, password = randomBytes(24).toString("base64url"), replaces } = options;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = client.escapeIdentifier(name);
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
    if (rowCount !== 0 && !replaces) return null;
    const verb = rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(`${verb} ROLE ${role} LOGIN NOINHERIT PASSWORD '${scramVerifier(password)}'`);
    await client.query(`GRANT ${MEMBER_OF} TO ${role}`);
    return withLogin(ownerUrl, name, password);
  } finally {
    await client.end();
  }
}

/** Whether making a login failed because the user may not make roles, or not give these away. */
export function mayNotMakeLogins(error: unknown): boolean {
  return sqlStateOf(error) === "42501";
}

function withLogin(url: string, name: string, password: string): string {
  const changed = new URL(url);
  changed.username = name;
  changed.password = password;
  return changed.toString();
}

/** What PostgreSQL keeps instead of a password (RFC 5802), so that the password itself is in none of its logs. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const keyOf = (purpose: string) => createHmac("sha256", salted).update(purpose).digest();
  const storedKey = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  const serverKey = keyOf("Server Key").toString("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
