import type { LotView } from "@working-social/credits/schema";

export type PageSource = "plan" | "team_plan" | "pack" | "credits";

/** Where the first `quantity` pages come from; several sources together are simply one's credits. */
export function sourceOf(lots: readonly LotView[], unit: LotView["unit"], quantity: number): PageSource {
  const sources = new Set<PageSource>();
  let missing = quantity;
  for (const lot of lots) {
    if (missing <= 0) break;
    // Pages that are set aside are its own already.
    const pages = lot.left + lot.held;
    if (lot.unit !== unit || pages <= 0) continue;
    missing -= pages;
    sources.add(sourceOfLot(lot));
  }
  const [only, ...others] = sources;
  return missing > 0 || only === undefined || others.length > 0 ? "credits" : only;
}

function sourceOfLot({ source, owner }: LotView): PageSource {
  if (source === "plan" || source === "rollover") return owner === "team" ? "team_plan" : "plan";
  return source === "pack" ? "pack" : "credits";
}
