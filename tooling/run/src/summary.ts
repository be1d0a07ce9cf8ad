import type { DemoPrinter, LoadedDemo, SignIn } from "@working-social/demo";
import type { Environment } from "./environment.ts";
import { dataFile } from "./environment.ts";

export interface SummaryOptions {
  readonly kioskUrl?: string;
  /** Of an installation that nobody owns yet. */
  readonly setUpCode?: string | null;
  readonly hasLogFile?: boolean;
}

/** What a person needs to begin: addresses, sign-ins, and where things are. */
export function summary(
  environment: Environment,
  { signIns, printers }: LoadedDemo,
  { kioskUrl, setUpCode = null, hasLogFile = true }: SummaryOptions = {},
): string {
  const { publicUrl } = environment;
  const kiosk = kioskUrl ?? `${publicUrl}/kiosk/`;
  const addresses: [string, string][] = [
    ["Portal", `${publicUrl}/`],
    ["Kiosk", kiosk],
    ...(environment.sendsMail || environment.isBehindProxy ? [] : [["Mail", `${publicUrl}/mail/`] as [string, string]]),
    ["Health", `${publicUrl}/readyz`],
  ];
  return [
    "",
    "Working Social is running.",
    "",
    ...table(addresses),
    ...setUpLines(publicUrl, setUpCode),
    ...signInLines(signIns),
    ...printerLines(kiosk, printers),
    ...(hasLogFile ? ["", ...table([["Log", dataFile(environment, "api.log")]])] : []),
    "",
    "Ctrl-C stops it.",
  ].join("\n");
}

function setUpLines(publicUrl: string, setUpCode: string | null): string[] {
  if (setUpCode === null) return [];
  return [
    "",
    `Nobody owns it yet: open ${publicUrl}/setup. From another machine it asks for a code, good once:`,
    `  ${setUpCode}`,
  ];
}

function signInLines(signIns: readonly SignIn[]): string[] {
  if (signIns.length === 0) return [];
  const rows = signIns.map(({ name, role, email, password }) => [name, role.replaceAll("_", " "), email, password]);
  return ["", "Sign in to the demo space as", ...table(rows)];
}

/** What is released there comes out of no copier, and counts as if it had. */
function printerLines(kiosk: string, printers: readonly DemoPrinter[]): string[] {
  if (printers.length === 0) return [];
  const rows = printers.map(({ name, kioskToken }) => [name, `${kiosk}print#token=${kioskToken}`]);
  return ["", "Open the kiosk beside a copier of the demo, where Ana's documents wait, at", ...table(rows)];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}
