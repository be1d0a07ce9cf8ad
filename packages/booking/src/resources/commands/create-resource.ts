import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireLocation } from "../../locations/queries.ts";
import { requireResource } from "../queries.ts";
import type { CreateResourceInput, ResourceView } from "../schema.ts";
import { addUnits } from "../steps/units.ts";

/**
 * A resource with its units: several of them are a pool, of which a booking takes any one. Needs manageSpace. Throws
 * name_taken, not_found.
 */
export async function createResource(ctx: Context, keyed: Keyed<CreateResourceInput>): Promise<ResourceView> {
  authorize(ctx, ...createResource.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "resources.create", input };
  const { unitCount, ...fields } = input;
  return onConstraint(
    "resources_organization_id_location_id_name_key",
    () => nameTaken(input.name),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          await requireLocation(tx, ctx, input.locationId);
          const id = newId();
          const allocation = unitCount > 1 ? ("one_unit" as const) : ("all_units" as const);
          const features = [...new Set(fields.features)];
          await tx.query(
            `INSERT INTO resources (id, organization_id, location_id, name, kind, capacity, floor, description, features, allocation,
               assignment, sort_order, created_at)
             VALUES ($id, $organizationId, $locationId, $name, $kind::resource_kind, $capacity, $floor, $description, $features,
               $allocation::allocation, $assignment::assignment, $sortOrder, $now)`,
            {
              id,
              organizationId: ctx.organizationId,
              ...fields,
              features,
              allocation,
              now: timestamp(ctx.clock.now()),
            },
          );
          await addUnits(tx, ctx, { id, ...fields }, { from: 1, to: unitCount });
          await emit(tx, ctx, {
            name: "resource.created",
            subjectType: "resource",
            subjectId: id,
            data: { created: input },
          });
          return requireResource(tx, ctx, id);
        }),
      ),
  );
}
createResource.needs = ["manageSpace"] as const;
