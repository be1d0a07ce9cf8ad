import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { PrintKioskIdInput } from "../schema.ts";

/**
 * Ends a kiosk's access with its next request; the device and its agent go on. Needs manageSpace. Throws not_found, also when it
 * is revoked already; the same key again gets the same answer.
 */
export async function revokePrintKiosk(
  ctx: Context,
  { idempotencyKey: key, kioskId }: Keyed<PrintKioskIdInput>,
): Promise<{ ok: true }> {
  authorize(ctx, ...revokePrintKiosk.needs);
  const request = { key, procedure: "printing.revokeKiosk", input: { kioskId } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const [kiosk] = await tx.query<{ deviceId: string; name: string }>(
        `UPDATE print_kiosks SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING device_id AS "deviceId", name`,
        [kioskId, timestamp(ctx.clock.now())],
      );
      if (!kiosk) throw notFound("print_kiosk");
      await emit(tx, ctx, {
        name: "print_kiosk.revoked",
        subjectType: "print_device",
        subjectId: kiosk.deviceId,
        data: { kioskId, name: kiosk.name },
      });
      return { ok: true };
    }),
  );
}
revokePrintKiosk.needs = ["manageSpace"] as const;
