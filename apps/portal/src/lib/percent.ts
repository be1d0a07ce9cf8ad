import { formatPercent } from "@working-social/kernel";
import { locale } from "./locale.ts";

/** 825 basis points: 8.25%. */
export function percentOf(basisPoints: number): string {
  return formatPercent(locale, basisPoints / 10_000);
}
