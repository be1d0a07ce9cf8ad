import { spawn } from "node:child_process";

/**
 * Runs one of PostgreSQL's own programs on a database. The password goes by the environment, where other accounts of the machine
 * can't read it. Rejects with the program's words, or with a sentence when it is not there.
 */
export function runPgTool(program: "pg_dump" | "pg_restore", url: string, args: readonly string[]): Promise<void> {
  const { address, password } = withoutPassword(url);
  const env = { ...process.env, ...(password === null ? {} : { PGPASSWORD: password }) };
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, `--dbname=${address}`], { env, stdio: ["ignore", "ignore", "pipe"] });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.on("error", () =>
      reject(new Error(`${program} is not on this machine's PATH: install PostgreSQL's client programs.`)),
    );
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed:\n${words.trim()}`))));
  });
}

function withoutPassword(url: string): { address: string; password: string | null } {
  const found = /^(postgres(?:ql)?:\/\/[^:@/]*):([^@]*)@/.exec(url);
  if (found === null) return { address: url, password: null };
  const [start, user = "", password = ""] = found;
  return { address: `${user}@${url.slice(start.length)}`, password: decodeURIComponent(password) };
}
