import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireLocation } from "../../locations/queries.ts";
import type { OrderResourcesInput, ResourceOrderView } from "../schema.ts";

/** Room between two places, for what a form puts between them by number. */
const GAP = 10;

/**
 * Puts resources of a location in an order, for everybody who sees them; those not named keep their place. Needs manageSpace.
 * Throws not_found for a location or a resource that is not there: then nothing moves.
 */
export async function orderResources(
  ctx: Context,
  { locationId, resourceIds }: OrderResourcesInput,
): Promise<ResourceOrderView> {
  authorize(ctx, ...orderResources.needs);
  return inTransaction(ctx, async (tx) => {
    await requireLocation(tx, ctx, locationId);
    // Two who sort at once come one after another, or their orders would mix.
    await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [locationId]);
    const moved = await tx.query(
      `UPDATE resources r SET sort_order = (o.place * $3)::int
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, place)
       WHERE r.location_id = $1::uuid AND r.id = o.id RETURNING r.id`,
      [locationId, resourceIds, GAP],
    );
    if (moved.length !== resourceIds.length) throw notFound("resource");
    await emit(tx, ctx, {
      name: "location.resources_ordered",
      subjectType: "location",
      subjectId: locationId,
      data: { resourceIds },
    });
    return { resourceIds };
  });
}
orderResources.needs = ["manageSpace"] as const;
