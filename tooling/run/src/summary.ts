import type { SignIn } from "@working-social/demo";
import type { Environment } from "./environment.ts";
import { dataFile } from "./environment.ts";

/** What a person needs to begin: addresses, sign-ins, and where things are. */
export function summary(
  environment: Environment,
  signIns: readonly SignIn[],
  { kioskUrl, hasLogFile = true }: { kioskUrl?: string; hasLogFile?: boolean } = {},
): string {
  const { publicUrl } = environment;
  const addresses: [string, string][] = [
    ["Portal", `${publicUrl}/`],
    ["Kiosk", kioskUrl ?? `${publicUrl}/kiosk/`],
    ...(environment.sendsMail || environment.isBehindProxy ? [] : [["Mail", `${publicUrl}/mail/`] as [string, string]]),
    ["Health", `${publicUrl}/readyz`],
  ];
  return [
    "",
    "Working Social is running.",
    "",
    ...table(addresses),
    ...signInLines(signIns),
    ...(hasLogFile ? ["", ...table([["Log", dataFile(environment, "api.log")]])] : []),
    "",
    "Ctrl-C stops it.",
  ].join("\n");
}

function signInLines(signIns: readonly SignIn[]): string[] {
  if (signIns.length === 0) return [];
  const rows = signIns.map(({ name, role, email, password }) => [name, role.replaceAll("_", " "), email, password]);
  return ["", "Sign in to the demo space as", ...table(rows)];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}
