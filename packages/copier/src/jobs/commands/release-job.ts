import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { notAllowed } from "@working-social/kernel";
import { checkSecret } from "../../identities/check-secret.ts";
import { releaseFor } from "../release-job.ts";
import type { PrintJobView, ReleaseAtDeviceInput, ReleaseJobInput } from "../schema.ts";

/** One's own waiting job, from the portal. Throws what `releaseFor` does. */
export async function releaseJob(ctx: Context, input: ReleaseJobInput): Promise<PrintJobView> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw notAllowed("release_job");
  return inTransaction(ctx, (tx) => releaseFor(tx, ctx, actor.personId, input));
}

/** The same at the copier, by PIN or QR. Throws also wrong_code and too_many_codes. */
export async function releaseAtDevice(
  ctx: Context,
  deviceId: string,
  { secret, ...input }: ReleaseAtDeviceInput,
): Promise<PrintJobView> {
  const personId = await checkSecret(ctx, deviceId, secret);
  return inTransaction(ctx, (tx) => releaseFor(tx, ctx, personId, input));
}
