import { isCurrency } from "@working-social/kernel";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";

export const Id = z.uuid();
export const Name = typedLine({ max: 300 });
export const Currency = z.string().length(3).refine(isCurrency, { error: "unknown_currency" });
/** A calendar day, 2026-12-01. */
export const Day = z.iso.date();
/** In the smallest unit of its currency. */
export const PriceMinor = z.int().min(0).max(1_000_000_000_000);
