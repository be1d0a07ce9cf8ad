import type { Context } from "@working-social/db";
import { inTransaction, onConstraint, recordAudit, timestamp } from "@working-social/db";
import { authorize, nameTaken } from "@working-social/directory";
import { newId } from "@working-social/kernel";
import { requireDevice } from "../../devices/queries.ts";
import { hashToken, newToken } from "../../devices/token.ts";
import type { CreatedPrintKiosk, CreatePrintKioskInput } from "../schema.ts";

/** A kiosk beside a device; its token is told this once. Needs manageSpace. Throws name_taken, and not_found for the device. */
export async function createPrintKiosk(
  ctx: Context,
  { deviceId, name }: CreatePrintKioskInput,
): Promise<CreatedPrintKiosk> {
  authorize(ctx, "manageSpace");
  const [id, token] = [newId(), newToken("kiosk")];
  return onConstraint(
    "print_kiosks_one_of_a_name",
    () => nameTaken(name),
    () =>
      inTransaction(ctx, async (tx) => {
        await requireDevice(tx, deviceId);
        await tx.query(
          "INSERT INTO print_kiosks (id, organization_id, device_id, name, token_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
          [id, ctx.organizationId, deviceId, name, hashToken(token), timestamp(ctx.clock.now())],
        );
        await recordAudit(tx, ctx, {
          action: "print_kiosk.create",
          subjectType: "print_device",
          subjectId: deviceId,
          data: { kioskId: id, name },
        });
        return { id, deviceId, name, lastSeenAt: null, token };
      }),
  );
}
