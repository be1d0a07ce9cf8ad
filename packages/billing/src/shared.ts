import { isCurrency } from "@working-social/kernel";
import { z } from "zod";

const isStorable = (text: string) => !/\p{Cc}/u.test(text) && text.isWellFormed();

export const Id = z.uuid();
export const Name = z.string().trim().min(1).max(100).refine(isStorable, { error: "control_character" });
export const Currency = z.string().length(3).refine(isCurrency, { error: "unknown_currency" });
/** A retry with the same key gives the same answer. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/);
/** In the smallest unit of its currency. */
export const PriceMinor = z.int().min(0).max(1_000_000_000_000);
