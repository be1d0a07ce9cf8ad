import type { ColourMode } from "./print-record.ts";

/**
 * The colour behind a name as drivers write it: `monochrome`, `process-bi-level`, `Gray`, `CMYK`. null where nobody says: no
 * name at all, or `auto`, which leaves it to the printer.
 */
export function colourModeOf(name: string | null | undefined): ColourMode | null {
  if (!name || name === "-" || name === "auto") return null;
  return /mono|bi-level|gr[ae]y|^k$|black/i.test(name) ? "mono" : "colour";
}
