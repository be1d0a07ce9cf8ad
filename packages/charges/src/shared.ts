import { isCurrency } from "@working-social/kernel";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";

export const Id = z.uuid();
export const Name = typedLine({ max: 100 });
export const Currency = z.string().length(3).refine(isCurrency, { error: "unknown_currency" });
/** A retry with the same key gives the same answer. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/);
/** In the smallest unit of its currency. */
export const PriceMinor = z.int().min(0).max(1_000_000_000_000);
