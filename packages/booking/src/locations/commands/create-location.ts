import type { Context, Keyed } from "@working-social/db";
import { once, onConstraint, timestamp, withPrisma } from "@working-social/db";
import { FIRST_OPENING_HOURS, nameTaken } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireLocation } from "../queries.ts";
import type { CreateLocationInput, LocationView } from "../schema.ts";

/** A location that is open in office hours until they are set. Needs manageSpace. Throws name_taken. */
export async function createLocation(ctx: Context, keyed: Keyed<CreateLocationInput>): Promise<LocationView> {
  authorize(ctx, ...createLocation.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "locations.create", input };
  const { organizationId } = ctx;
  return onConstraint(
    "locations_organization_id_name_key",
    () => nameTaken(input.name),
    () =>
      withPrisma(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          const id = newId();
          await tx.prisma.location.create({
            data: { id, organizationId, ...input, createdAt: timestamp(ctx.clock.now()) },
          });
          await tx.prisma.openingHours.createMany({
            data: FIRST_OPENING_HOURS.map((hours) => ({ id: newId(), organizationId, locationId: id, ...hours })),
          });
          await emit(tx, ctx, {
            name: "location.created",
            subjectType: "location",
            subjectId: id,
            data: { created: input },
          });
          return requireLocation(tx.prisma, id);
        }),
      ),
  );
}
createLocation.needs = ["manageSpace"] as const;
