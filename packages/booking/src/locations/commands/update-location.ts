import type { Context } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { changesBetween, nameTaken } from "@working-social/directory";
import { authorize, editBetween, expectDefined, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { bookingError } from "../../errors.ts";
import { requireLocation } from "../queries.ts";
import type { LocationView, UpdateLocationInput } from "../schema.ts";

/**
 * Changes a location. Its bookings keep their instants when the time zone changes, and their agreed prices when the tax
 * does. Needs manageSpace. Throws name_taken, currency_in_use, edited_meanwhile, not_found.
 */
export async function updateLocation(ctx: Context, { id, seen, ...edit }: UpdateLocationInput): Promise<LocationView> {
  authorize(ctx, ...updateLocation.needs);
  const currencyInUse = () => bookingError({ code: "currency_in_use" });
  const write = () =>
    inTransaction(ctx, async (tx) => {
      await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
      const before = await requireLocation(tx, ctx, id);
      const after = mergeEdit(before, edit, seen);
      const fields = editBetween(before, after);
      if (isUntouched(fields)) return before;
      await tx.query(
        `UPDATE locations SET name = $name, time_zone = $timeZone, currency = $currency, tax_name = $taxName,
           tax_basis_points = $taxBasisPoints, tax_inclusive = $taxInclusive,
           zero_tax_category = $zeroTaxCategory::tax_category, language = $language, region = $region
         WHERE organization_id = $organizationId AND id = $id`,
        { ...after, organizationId: ctx.organizationId },
      );
      await emit(tx, ctx, {
        name: "location.updated",
        subjectType: "location",
        subjectId: id,
        data: { changes: changesBetween(before, fields) },
      });
      return requireLocation(tx, ctx, id);
    });
  return onConstraint(
    "locations_organization_id_name_key",
    () => nameTaken(expectDefined(edit.name, "A name is taken that nobody gave.")),
    () => onConstraint("locations_keep_their_currency", currencyInUse, write),
  );
}
updateLocation.needs = ["manageSpace"] as const;
