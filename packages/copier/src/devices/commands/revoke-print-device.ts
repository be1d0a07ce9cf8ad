import type { Context } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireDevice } from "../queries.ts";
import type { PrintDeviceIdInput } from "../schema.ts";

/** Ends a device's access with its next request; its jobs stay. Needs manageSpace. Throws not_found, also when repeated. */
export async function revokePrintDevice(ctx: Context, { deviceId }: PrintDeviceIdInput): Promise<{ ok: true }> {
  authorize(ctx, "manageSpace");
  return inTransaction(ctx, async (tx) => {
    const { name } = await requireDevice(tx, deviceId);
    // Its name is free for the device that replaces it.
    await tx.query(
      "UPDATE print_devices SET revoked_at = $2, name = left(name, 80) || ' (' || id || ')' WHERE id = $1",
      [deviceId, timestamp(ctx.clock.now())],
    );
    await recordAudit(tx, ctx, {
      action: "print_device.revoke",
      subjectType: "print_device",
      subjectId: deviceId,
      data: { name },
    });
    return { ok: true };
  });
}
