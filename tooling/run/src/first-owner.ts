import { readEnv } from "@working-social/api/env";
import { setUpCode } from "@working-social/api/set-up-code";
import { apiEnvironment } from "./api-process.ts";
import { hasOrganization } from "./contents.ts";
import type { OpenDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";

/** The code that the set-up page asks for from other machines; null once somebody owns the installation. */
export async function codeForFirstOwner(
  environment: Environment,
  database: OpenDatabase,
  appUrl: string,
): Promise<string | null> {
  if (await hasOrganization(database.url)) return null;
  return setUpCode((await readEnv(apiEnvironment(environment, appUrl))).secret);
}
