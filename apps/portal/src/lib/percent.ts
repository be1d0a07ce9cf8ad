import { locale } from "./locale.ts";

/** 825 basis points: 8.25%. */
export function percentOf(basisPoints: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}
