import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { deviceView, requireDevice } from "../queries.ts";
import type { CreatedPrintDevice, PrintDeviceIdInput } from "../schema.ts";
import { hashToken, newToken } from "../formats/token.ts";

/** A new token for a device; the old one ends with it. Needs manageSpace. Throws not_found. */
export async function replacePrintToken(ctx: Context, { deviceId }: PrintDeviceIdInput): Promise<CreatedPrintDevice> {
  authorize(ctx, ...replacePrintToken.needs);
  const token = newToken("agent");
  return inTransaction(ctx, async (tx) => {
    const device = await requireDevice(tx, deviceId);
    await tx.query("UPDATE print_devices SET token_hash = $2 WHERE id = $1", [deviceId, hashToken(token)]);
    await emit(tx, ctx, {
      name: "print_device.token_replaced",
      subjectType: "print_device",
      subjectId: deviceId,
      data: {},
    });
    return { ...deviceView(device, ctx.clock), token };
  });
}
replacePrintToken.needs = ["manageSpace"] as const;
