import type { Context, Sql } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { changesBetween, nameTaken } from "@working-social/directory";
import { authorize, editBetween, expectDefined, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireResource } from "../queries.ts";
import type { ResourceView, UpdateResourceInput } from "../schema.ts";
import { addUnits, removeUnits, renameUnits } from "../steps/units.ts";

/**
 * Changes a resource and the number of its units; the last ones go first. Needs manageSpace. Throws name_taken,
 * units_booked, edited_meanwhile, not_found.
 */
export async function updateResource(ctx: Context, { id, seen, ...edit }: UpdateResourceInput): Promise<ResourceView> {
  authorize(ctx, ...updateResource.needs);
  return onConstraint(
    "resources_organization_id_location_id_name_key",
    () => nameTaken(expectDefined(edit.name, "A name is taken that nobody gave.")),
    () =>
      inTransaction(ctx, async (tx) => {
        // Changes of one resource come one after another, or two of them would number units twice.
        await tx.query("SELECT id FROM resources WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
        const before = await requireResource(tx, ctx, id);
        const counted = { ...before, unitCount: before.units.length };
        const asked = mergeEdit(counted, edit, seen);
        const after = { ...asked, features: edit.features ? [...new Set(edit.features)] : before.features };
        const changed = editBetween(counted, after);
        if (isUntouched(changed)) return before;
        const { name, kind, capacity, floor, description, features, assignment, sortOrder } = after;
        await tx.query(
          `UPDATE resources SET name = $name, kind = $kind::resource_kind, capacity = $capacity, floor = $floor,
             description = $description, features = $features, assignment = $assignment::assignment, sort_order = $sortOrder
           WHERE organization_id = $organizationId AND id = $id`,
          {
            id,
            organizationId: ctx.organizationId,
            name,
            kind,
            capacity,
            floor,
            description,
            features,
            assignment,
            sortOrder,
          },
        );
        if (changed.unitCount !== undefined) await setUnitCount(tx, ctx, after, changed.unitCount);
        await renameUnits(tx, after);
        const changes = changesBetween(counted, changed);
        await emit(tx, ctx, {
          name: "resource.updated",
          subjectType: "resource",
          subjectId: id,
          data: { changes },
        });
        return requireResource(tx, ctx, id);
      }),
  );
}
updateResource.needs = ["manageSpace"] as const;

async function setUnitCount(tx: Sql, ctx: Context, resource: ResourceView, unitCount: number): Promise<void> {
  const current = resource.units.length;
  if (unitCount > current) await addUnits(tx, ctx, resource, { from: current + 1, to: unitCount });
  else
    await removeUnits(
      tx,
      ctx,
      resource.id,
      resource.units.slice(unitCount).map((unit) => unit.id),
    );
  const allocation = unitCount > 1 ? "one_unit" : "all_units";
  await tx.query("UPDATE resources SET allocation = $3::allocation WHERE organization_id = $1 AND id = $2", [
    ctx.organizationId,
    resource.id,
    allocation,
  ]);
}
