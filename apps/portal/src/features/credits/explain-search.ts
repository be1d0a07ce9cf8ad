import type { CreditUnit } from "@working-social/credits/schema";
import { matching } from "../../lib/search-text.ts";

/** What the page explains, as its link carries it: `/credits/explain?unit=room_minutes&month=2026-11`. */
export interface ExplainSearch {
  unit: CreditUnit;
  /** Of money. */
  currency?: string | undefined;
  /** 2026-11; the current one when it is left out. */
  month?: string | undefined;
}

const UNITS: readonly CreditUnit[] = ["room_minutes", "day_passes", "mono_pages", "colour_pages", "money"];

/** Reads what a link says; what makes no sense is left out, so that an old or mistyped link still opens. */
export function readExplainSearch(raw: Record<string, unknown>): ExplainSearch {
  const currency = matching(raw["currency"], /^[A-Z]{3}$/);
  const asked = UNITS.find((unit) => unit === raw["unit"]) ?? "room_minutes";
  // Money without a currency is no question.
  const unit = asked === "money" && currency === undefined ? "room_minutes" : asked;
  return {
    unit,
    currency: unit === "money" ? currency : undefined,
    month: matching(raw["month"], /^20\d\d-(0[1-9]|1[0-2])$/),
  };
}
