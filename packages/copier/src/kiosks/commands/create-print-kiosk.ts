import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireDevice } from "../../devices/queries.ts";
import { hashToken, newToken } from "../../devices/formats/token.ts";
import type { PrintKioskView } from "../../devices/schema.ts";
import type { CreatedPrintKiosk, CreatePrintKioskInput } from "../schema.ts";

/**
 * A kiosk beside a device. Its token is told and not kept: a retry tells the same one if the caller gives the same `secret`
 * (32 bytes) with the same key. Needs manageSpace. Throws name_taken, and not_found for the device.
 */
export async function createPrintKiosk(
  ctx: Context,
  keyed: Keyed<CreatePrintKioskInput>,
  secret?: Buffer,
): Promise<CreatedPrintKiosk> {
  authorize(ctx, ...createPrintKiosk.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const token = newToken("kiosk", secret);
  const request = { key, procedure: "printing.createKiosk", input };
  const kiosk = await onConstraint(
    "print_kiosks_one_of_a_name",
    () => nameTaken(input.name),
    () => inTransaction(ctx, (tx) => once(tx, ctx, request, () => insertKiosk(tx, ctx, { input, token }))),
  );
  return { ...kiosk, token };
}
createPrintKiosk.needs = ["manageSpace"] as const;

async function insertKiosk(
  tx: Sql,
  ctx: Context,
  { input: { deviceId, name }, token }: { input: CreatePrintKioskInput; token: string },
): Promise<PrintKioskView> {
  const id = newId();
  await requireDevice(tx, deviceId);
  await tx.query(
    "INSERT INTO print_kiosks (id, organization_id, device_id, name, token_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [id, ctx.organizationId, deviceId, name, hashToken(token), timestamp(ctx.clock.now())],
  );
  await emit(tx, ctx, {
    name: "print_kiosk.created",
    subjectType: "print_device",
    subjectId: deviceId,
    data: { kioskId: id, name },
  });
  return { id, deviceId, name, lastSeenAt: null };
}
