import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { deviceView, requireDevice } from "../queries.ts";
import type { CreatedPrintDevice, CreatePrintDeviceInput, PrintDeviceView } from "../schema.ts";
import { hashToken, newToken } from "../formats/token.ts";

/**
 * A copier or print server. Its token is told and not kept: a retry tells the same one if the caller gives the same `secret`
 * (32 bytes) with the same key. Needs manageSpace. Throws name_taken, and not_found for the location.
 */
export async function createPrintDevice(
  ctx: Context,
  keyed: Keyed<CreatePrintDeviceInput>,
  secret?: Buffer,
): Promise<CreatedPrintDevice> {
  authorize(ctx, ...createPrintDevice.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const token = newToken("agent", secret);
  const request = { key, procedure: "printing.createDevice", input };
  const device = await onConstraint(
    "print_devices_organization_id_location_id_name_key",
    () => nameTaken(input.name),
    () => inTransaction(ctx, (tx) => once(tx, ctx, request, () => insertDevice(tx, ctx, { input, token }))),
  );
  return { ...device, token };
}
createPrintDevice.needs = ["manageSpace"] as const;

async function insertDevice(
  tx: Sql,
  ctx: Context,
  { input, token }: { input: CreatePrintDeviceInput; token: string },
): Promise<PrintDeviceView> {
  const id = newId();
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
  await emit(tx, ctx, {
    name: "print_device.created",
    subjectType: "print_device",
    subjectId: id,
    data: { created: input },
  });
  return deviceView(await requireDevice(tx, id), ctx.clock);
}
