// Runs under whatever Node.js (20 or later) the machine has, with nothing installed yet: no imports but Node's own.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const STAMP = join(ROOT, "node_modules", ".installed");
const OUR_NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** Goes back to the start of the line, where there is a terminal. */
const clear = process.stderr.isTTY ? "\r\u001b[K" : "";

/** Nothing here speaks to anything but the npm registry. */
const QUIET = {
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
  CHECKPOINT_DISABLE: "1",
  NO_UPDATE_NOTIFIER: "1",
  npm_config_update_notifier: "false",
  npm_config_fund: "false",
  npm_config_audit: "false",
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  // The pinned pnpm is the one that runs; whether the registry can look it up again does not matter.
  pnpm_config_pm_on_fail: "ignore",
};

/**
 * Installs the dependencies if they are not there, then runs a script of the repository with the Node.js that
 * package.json pins, and ends as that ends.
 * @param {string} script path from the root
 * @param {string[]} args
 */
export async function bootstrap(script, args = process.argv.slice(2)) {
  const env = {
    ...process.env,
    ...QUIET,
    PATH: join(ROOT, "node_modules", ".bin") + delimiter + (process.env.PATH ?? ""),
  };
  if (!isInstalled()) await install(env);
  process.exitCode = await runToTheEnd(OUR_NODE, [join(ROOT, script), ...args], env);
}

/** What is installed depends on these files, on the machine, and on nothing else. */
function fingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  const manifests = ["apps", "packages", "tooling"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name, "package.json")),
  );
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests.sort()]) {
    const path = join(ROOT, file);
    if (existsSync(path)) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function isInstalled() {
  return existsSync(OUR_NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

async function install(env) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const started = performance.now();
  const isFirst = !existsSync(OUR_NODE);
  say(`… Installing dependencies${isFirst ? " (the first time takes about a minute)" : ""}`);
  const args = ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { code, output } = await capture("npx", args, { ...env, CI: "true" }, progressOf(started));
  if (code !== 0 || !existsSync(OUR_NODE)) {
    say(clear + output.trimEnd());
    say("\n✗ Installing the dependencies failed; what the package manager said is above.");
    process.exit(1);
  }
  writeFileSync(STAMP, fingerprint());
  say(`${clear}✓ Dependencies installed  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Tells how far the installation is: in one line on a terminal, every ten seconds elsewhere. */
function progressOf(started) {
  let toldAt = started;
  return (chunk) => {
    const progress = String(chunk)
      .match(/Progress: .*/g)
      ?.at(-1)
      ?.slice("Progress: ".length)
      .trim();
    const now = performance.now();
    if (!progress || (!clear && now - toldAt < 10_000)) return;
    toldAt = now;
    process.stderr.write(
      clear
        ? `${clear}… Installing dependencies: ${progress}`
        : `  ${Math.round((now - started) / 1000)} s: ${progress}\n`,
    );
  };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function capture(command, args, env, onOutput) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      onOutput(chunk);
    });
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/**
 * Passes signals on and waits: the script decides how to stop, and it stops by itself when we are killed. npm runs us
 * through a shell that dies of a signal without passing it on, so the death of that shell counts as one.
 */
function runToTheEnd(command, args, env) {
  const child = spawn(command, args, { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => clearInterval(watch));
    child.on("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 1)));
  });
}
