import { read } from "./files.ts";

export interface Import {
  /** The file that imports, from the root. */
  readonly from: string;
  readonly specifier: string;
  /** `import type` and `export type … from`: gone before anything runs. */
  readonly isTypeOnly: boolean;
  /** `import(…)`: only when that line runs. */
  readonly isDynamic: boolean;
}

const STATIC =
  /^\s*(?:import|export)\b(\s+type\b)?[^;"'`=(]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["'`]([^"'`]+)["'`]/g;

/** Every import of a file, dynamic ones included. */
export function importsOf(file: string): Import[] {
  return importsIn(file, read(file));
}

export function importsIn(from: string, text: string): Import[] {
  const fixed = [...text.matchAll(STATIC)].map((match) => ({
    from,
    specifier: match[2] ?? match[3] ?? "",
    isTypeOnly: match[1] !== undefined,
    isDynamic: false,
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map((match) => ({
    from,
    specifier: match[1] ?? "",
    isTypeOnly: false,
    isDynamic: true,
  }));
  return [...fixed, ...dynamic];
}

/** "@working-social/booking/rules" → { name: "booking", entry: "rules" }; null for anything else. */
export function workspaceImport(specifier: string): { name: string; entry: string } | null {
  const match = /^@working-social\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  return match?.[1] === undefined ? null : { name: match[1], entry: match[2] ?? "" };
}
