import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, mergeEdit } from "@working-social/kernel";
import { emit } from "../events.ts";
import { copierError } from "../errors.ts";
import { settleUnpriced } from "../jobs/steps/settle-job.ts";
import { lockPrices, requirePrices } from "../prices/queries.ts";
import type { PrintPriceRow, PrintPricesView, SetPrintPricesInput } from "../prices/schema.ts";

/**
 * Sets what printing costs at a location from now on; jobs that were paid stay as they are, and those that waited for a
 * price are settled. Needs manageSpace. Throws not_found, price_twice for two rows of the same thing, and edited_meanwhile
 * when the table is not what `seen` says.
 */
export async function setPrintPrices(
  ctx: Context,
  { locationId, rows, priceMode, seen }: SetPrintPricesInput,
): Promise<PrintPricesView> {
  authorize(ctx, ...setPrintPrices.needs);
  refuseTwice(rows);
  return inTransaction(ctx, async (tx) => {
    await lockPrices(tx, locationId);
    const before = await requirePrices(tx, locationId);
    const edit = priceMode === undefined ? { rows } : { rows, priceMode };
    const after = mergeEdit({ rows: before.rows, priceMode: before.priceMode }, edit, seen);
    await tx.query(
      "UPDATE locations SET print_price_mode = $3::price_mode WHERE organization_id = $1::uuid AND id = $2::uuid",
      [ctx.organizationId, locationId, after.priceMode],
    );
    await tx.query("DELETE FROM print_prices WHERE location_id = $1", [locationId]);
    await tx.query(
      `INSERT INTO print_prices (organization_id, location_id, colour, paper_size, is_duplex, price_minor, credits_per_side)
       SELECT $1, $2, r.colour, r."paperSize", r."isDuplex", r."priceMinor", r."creditsPerSide"
       FROM jsonb_to_recordset($3::jsonb) AS r (colour print_colour, "paperSize" text, "isDuplex" boolean, "priceMinor" bigint, "creditsPerSide" int)`,
      [ctx.organizationId, locationId, JSON.stringify(rows)],
    );
    await emit(tx, ctx, {
      name: "print_prices.set",
      subjectType: "location",
      subjectId: locationId,
      data: { before: before.rows, after: rows, mode: [before.priceMode, after.priceMode] },
    });
    await settleUnpriced(tx, ctx, locationId);
    return requirePrices(tx, locationId);
  });
}
setPrintPrices.needs = ["manageSpace"] as const;

function refuseTwice(rows: readonly PrintPriceRow[]): void {
  const seen = new Set<string>();
  for (const { colour, paperSize, isDuplex } of rows) {
    const key = `${colour} ${paperSize} ${isDuplex}`;
    if (seen.has(key)) throw copierError({ code: "price_twice", colour, paperSize, isDuplex });
    seen.add(key);
  }
}
