import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireBooksOpen } from "../../sellers/steps/require-books-open.ts";
import { ratesOf } from "../queries.ts";
import type { LocationRatesView, SetTaxRateInput } from "../schema.ts";

/**
 * The rate of a class at a location from a day on: what is invoiced from now on, of days since then, has it. Needs manageBilling. Throws
 * not_found (location), and books_closed for a day on which the books of whoever sells there then, or later, are closed.
 */
export async function setTaxRate(ctx: Context, keyed: Keyed<SetTaxRateInput>): Promise<LocationRatesView> {
  authorize(ctx, ...setTaxRate.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "taxRates.set", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const { locationId, ...created } = input;
      const [location] = await tx.query(
        "SELECT id FROM locations WHERE organization_id = $1::uuid AND id = $2::uuid FOR SHARE",
        [ctx.organizationId, locationId],
      );
      if (!location) throw notFound("location");
      await requireBooksOpen(tx, ctx, locationId, input.validFrom);
      await writeRate(tx, ctx, input);
      const data = { created };
      await emit(tx, ctx, { name: "tax_rate.set", subjectType: "location", subjectId: locationId, data });
      return ratesOf(tx, ctx, locationId);
    }),
  );
}
setTaxRate.needs = ["manageBilling"] as const;

async function writeRate(tx: Sql, ctx: Context, rate: SetTaxRateInput): Promise<void> {
  await tx.query(
    `INSERT INTO tax_rates (id, organization_id, location_id, tax_class, valid_from, category, basis_points, exemption_reason, exemption_code,
       created_at)
     VALUES ($id::uuid, $organizationId::uuid, $locationId::uuid, $taxClass::tax_class, $validFrom, $category::tax_category, $basisPoints,
       $exemptionReason, $exemptionCode, $now::timestamptz)
     ON CONFLICT (location_id, tax_class, valid_from) DO UPDATE SET category = excluded.category, basis_points = excluded.basis_points,
       exemption_reason = excluded.exemption_reason, exemption_code = excluded.exemption_code`,
    { ...rate, id: newId(), organizationId: ctx.organizationId, now: timestamp(ctx.clock.now()) },
  );
}
