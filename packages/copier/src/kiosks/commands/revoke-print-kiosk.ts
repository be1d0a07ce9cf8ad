import type { Context } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { notFound } from "@working-social/kernel";
import type { PrintKioskIdInput } from "../schema.ts";

/** Ends a kiosk's access with its next request; the device and its agent go on. Needs manageSpace. Throws not_found, also when repeated. */
export async function revokePrintKiosk(ctx: Context, { kioskId }: PrintKioskIdInput): Promise<{ ok: true }> {
  authorize(ctx, "manageSpace");
  return inTransaction(ctx, async (tx) => {
    const [kiosk] = await tx.query<{ deviceId: string; name: string }>(
      `UPDATE print_kiosks SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING device_id AS "deviceId", name`,
      [kioskId, timestamp(ctx.clock.now())],
    );
    if (!kiosk) throw notFound("print_kiosk");
    await recordAudit(tx, ctx, {
      action: "print_kiosk.revoke",
      subjectType: "print_device",
      subjectId: kiosk.deviceId,
      data: { kioskId, name: kiosk.name },
    });
    return { ok: true };
  });
}
