import type { Sql } from "@working-social/db";
import { lockPrices, requirePrices } from "../../prices/queries.ts";
import type { TaxedPrint } from "../../rules/price.ts";
import { taxedPriceOf } from "../../rules/price.ts";
import type { JobRow } from "../queries/job-row.ts";
import { workOf } from "../queries/job-row.ts";

/** null where the table has no row, also after waiting for whoever is setting it this moment. */
export async function priceNow(tx: Sql, job: JobRow): Promise<TaxedPrint | null> {
  const work = workOf(job);
  const price = taxedPriceOf(work, await requirePrices(tx, job.locationId));
  if (price) return price;
  await lockPrices(tx, job.locationId);
  return taxedPriceOf(work, await requirePrices(tx, job.locationId));
}
