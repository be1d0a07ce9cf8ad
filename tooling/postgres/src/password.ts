import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Null when this data folder has none yet. */
export async function readPassword(dataDir: string): Promise<string | null> {
  return readFile(passwordFile(dataDir), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

/** Makes and keeps a password of 192 bits that only this account can read. */
export async function makePassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

function passwordFile(dataDir: string): string {
  return join(dataDir, "postgres.password");
}
