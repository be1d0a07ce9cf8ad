import { LOGIN, makeLogin, mayNotMakeLogins } from "@working-social/db/login";
import type { OpenDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";

/**
 * The address that the server connects with: a login that owns nothing. Our own database gets a new password for it at
 * each start, so that none is kept anywhere, and a folder of an earlier version needs nothing. Of a database of somebody
 * else's it must be told (APP_DATABASE_URL); throws the sentences of `offerLogin` when it was not.
 */
export async function servingUrl(database: OpenDatabase, { appDatabaseUrl }: Environment): Promise<string> {
  if (!database.isEmbedded) {
    if (appDatabaseUrl === null) throw new Error(await offerLogin(database.url));
    return appDatabaseUrl;
  }
  const url = await makeLogin(database.url, { replaces: true });
  if (url === null) throw new Error("The login of the server could not be made.");
  return url;
}

/** Makes the login where there is none and the user of `ownerUrl` may; says in sentences how the server gets it. */
export async function offerLogin(ownerUrl: string, name = LOGIN): Promise<string> {
  try {
    const url = await makeLogin(ownerUrl, { name, replaces: false });
    return url === null ? isThere(name) : isMade(name, url);
  } catch (error) {
    if (!mayNotMakeLogins(error)) throw error;
    return isNeeded(name);
  }
}

const WHY = "The server does not connect as the owner of its tables: it needs a login that owns nothing.";

function isMade(login: string, url: string): string {
  return `${WHY}\n${login} was made for it. Keep its address, which is not shown again, and start with it:\n\nAPP_DATABASE_URL=${url}`;
}

function isThere(login: string): string {
  return `${WHY}\nThere is ${login} already: set APP_DATABASE_URL to its address, as it was shown when it was made. With psql's \\password ${login} it gets another password.`;
}

function isNeeded(login: string): string {
  return `${WHY}\nThe user of DATABASE_URL may not make it. Somebody who may:\n
CREATE ROLE ${login} LOGIN NOINHERIT PASSWORD '…';
GRANT working_social_app, working_social_sign_in TO ${login};\n
Then set APP_DATABASE_URL=postgresql://${login}:…@host:5432/name`;
}
