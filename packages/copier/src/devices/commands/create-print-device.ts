import type { Context } from "@working-social/db";
import { inTransaction, onConstraint, recordAudit, timestamp } from "@working-social/db";
import { authorize, nameTaken } from "@working-social/directory";
import { newId, notFound } from "@working-social/kernel";
import { deviceView, requireDevice } from "../queries.ts";
import type { CreatedPrintDevice, CreatePrintDeviceInput } from "../schema.ts";
import { hashToken, newToken } from "../token.ts";

/** A copier or print server; its token is told this once. Needs manageSpace. Throws name_taken, and not_found for the location. */
export async function createPrintDevice(ctx: Context, input: CreatePrintDeviceInput): Promise<CreatedPrintDevice> {
  authorize(ctx, "manageSpace");
  const [id, token] = [newId(), newToken("agent")];
  return onConstraint(
    "print_devices_organization_id_location_id_name_key",
    () => nameTaken(input.name),
    () =>
      inTransaction(ctx, async (tx) => {
        const inserted = await tx.query(
          `INSERT INTO print_devices (id, organization_id, location_id, name, token_hash, default_colour, default_paper_size, created_at)
         SELECT $1, organization_id, id, $3, $4, $5::print_colour, $6, $7 FROM locations WHERE id = $2 AND archived_at IS NULL RETURNING id`,
          [
            id,
            input.locationId,
            input.name,
            hashToken(token),
            input.defaultColour,
            input.defaultPaperSize,
            timestamp(ctx.clock.now()),
          ],
        );
        if (inserted.length === 0) throw notFound("location");
        await recordAudit(tx, ctx, {
          action: "print_device.create",
          subjectType: "print_device",
          subjectId: id,
          data: { created: input },
        });
        return { ...deviceView(await requireDevice(tx, id), ctx.clock), token };
      }),
  );
}
