import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { insertFirstHours, nameTaken } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireLocation } from "../queries.ts";
import type { CreateLocationInput, LocationView } from "../schema.ts";

/** A location that is open in office hours until they are set. Needs manageSpace. Throws name_taken. */
export async function createLocation(ctx: Context, keyed: Keyed<CreateLocationInput>): Promise<LocationView> {
  authorize(ctx, ...createLocation.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "locations.create", input };
  return onConstraint(
    "locations_organization_id_name_key",
    () => nameTaken(input.name),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          const id = newId();
          await tx.query(
            `INSERT INTO locations (id, organization_id, name, time_zone, currency, tax_name, tax_basis_points, tax_inclusive,
               zero_tax_category, language, region, created_at)
             VALUES ($id, $organizationId, $name, $timeZone, $currency, $taxName, $taxBasisPoints, $taxInclusive,
               $zeroTaxCategory::tax_category, $language, $region, $now)`,
            {
              id,
              organizationId: ctx.organizationId,
              ...input,
              zeroTaxCategory: input.zeroTaxCategory ?? "O",
              language: input.language ?? "en",
              region: input.region ?? null,
              now: timestamp(ctx.clock.now()),
            },
          );
          await insertFirstHours(tx, ctx, id);
          await emit(tx, ctx, {
            name: "location.created",
            subjectType: "location",
            subjectId: id,
            data: { created: input },
          });
          return requireLocation(tx, ctx, id);
        }),
      ),
  );
}
createLocation.needs = ["manageSpace"] as const;
