import { PRICE_MODES } from "@working-social/kernel";
import type { PriceMode, Tax } from "@working-social/kernel";
import { Seen } from "@working-social/kernel/edit-input";
import { z } from "zod";
import { Colour, Id, PaperSizeName } from "../shared.ts";

export const PrintPriceRow = z.strictObject({
  colour: Colour,
  paperSize: PaperSizeName,
  isDuplex: z.boolean(),
  /** For one printed side. */
  priceMinor: z.int().min(0).max(100_000_000),
  /** Page credits that one side takes: A3 usually two. */
  creditsPerSide: z.int().min(0).max(100),
});
export type PrintPriceRow = z.infer<typeof PrintPriceRow>;

/** The whole table of a location; what is left out is gone. */
export const SetPrintPricesInput = z.strictObject({
  locationId: Id,
  rows: z.array(PrintPriceRow).max(60),
  /** Whether tax comes on top of the prices; as it is, unless it is said. */
  priceMode: z.enum(PRICE_MODES).exactOptional(),
  seen: Seen,
});
export type SetPrintPricesInput = z.infer<typeof SetPrintPricesInput>;
export const PrintPricesInput = z.strictObject({ locationId: Id });
export type PrintPricesInput = z.infer<typeof PrintPricesInput>;

export interface PrintPricesView {
  locationId: string;
  currency: string;
  priceMode: PriceMode;
  /** Of the location. */
  tax: Tax;
  rows: PrintPriceRow[];
}
