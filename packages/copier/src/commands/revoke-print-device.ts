import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../events.ts";
import type { JobRow } from "../jobs/queries/job-row.ts";
import { JOBS } from "../jobs/queries/job-row.ts";
import { endWaiting } from "../jobs/steps/record-submitted.ts";
import { requireDevice } from "../devices/queries.ts";
import type { PrintDeviceIdInput } from "../devices/schema.ts";

/**
 * Ends a device's access with its next request, and that of its kiosks. What was printed stays; what waits can't be printed any
 * more: it is cancelled, and its credits are free. Needs manageSpace. Throws not_found, also when it is revoked already; the
 * same key again gets the same answer.
 */
export async function revokePrintDevice(
  ctx: Context,
  { idempotencyKey: key, deviceId }: Keyed<PrintDeviceIdInput>,
): Promise<{ ok: true }> {
  authorize(ctx, ...revokePrintDevice.needs);
  const request = { key, procedure: "printing.revokeDevice", input: { deviceId } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const { name } = await requireDevice(tx, deviceId);
      // Its name is free for the device that replaces it.
      await tx.query(
        "UPDATE print_devices SET revoked_at = $2, name = left(name, 80) || ' (' || id || ')' WHERE id = $1",
        [deviceId, timestamp(ctx.clock.now())],
      );
      const waiting = await tx.query<JobRow>(
        `${JOBS} WHERE j.device_id = $1 AND (j.status IN ('held', 'released') OR (j.status = 'unassigned' AND j.print_key IS NULL))
       ORDER BY j.id FOR NO KEY UPDATE OF j`,
        [deviceId],
      );
      for (const job of waiting) await endWaiting(tx, ctx, job, "cancelled");
      await emit(tx, ctx, {
        name: "print_device.revoked",
        subjectType: "print_device",
        subjectId: deviceId,
        data: { name, cancelledJobs: waiting.length },
      });
      return { ok: true };
    }),
  );
}
revokePrintDevice.needs = ["manageSpace"] as const;
