import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, notAllowed } from "@working-social/kernel";
import { checkSecret } from "../../identities/queries/check-secret.ts";
import type { Kiosk } from "../../kiosks/queries.ts";
import { releaseJobFor } from "../steps/release-job-for.ts";
import type { PrintJobView, ReleaseAtKioskInput, ReleaseJobInput } from "../schema.ts";

/** One's own waiting job, from the portal. Throws what `releaseJobFor` does. */
export async function releaseJob(ctx: Context, input: ReleaseJobInput): Promise<PrintJobView> {
  authorize(ctx, ...releaseJob.needs);
  const { actor } = ctx;
  if (actor.kind !== "person") throw notAllowed("release_job");
  return inTransaction(ctx, (tx) => releaseJobFor(tx, ctx, { personId: actor.personId, deviceId: null }, input));
}
releaseJob.needs = ["useSpace"] as const;

/** The same at a kiosk, by PIN or QR. Throws also wrong_code and too_many_codes. */
export async function releaseAtKiosk(
  ctx: Context,
  { deviceId }: Kiosk,
  { secret, ...input }: ReleaseAtKioskInput,
): Promise<PrintJobView> {
  authorize(ctx, ...releaseAtKiosk.needs);
  const personId = await checkSecret(ctx, deviceId, secret);
  return inTransaction(ctx, (tx) => releaseJobFor(tx, ctx, { personId, deviceId }, input));
}
releaseAtKiosk.needs = ["releaseByCode"] as const;
