import type { BoughtPack } from "@working-social/charges";
import { buyPackFor } from "@working-social/charges";
import type { Context } from "@working-social/db";
import { inTransaction, read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { requireDevice } from "../../devices/queries.ts";
import { checkSecret } from "../../identities/queries/check-secret.ts";
import type { Kiosk } from "../queries.ts";
import { paysForCopies } from "../rules.ts";
import type { BuyPackAtKioskInput } from "../schema.ts";

/**
 * A pack for oneself, by PIN or QR: the credits are there at once, the price is an open charge. Throws wrong_code,
 * too_many_codes, not_found (also for what pays no copies), pack_price_changed, idempotency_key_reused.
 */
export async function buyPackAtKiosk(
  ctx: Context,
  { deviceId }: Kiosk,
  { secret, packId, expectedPriceMinor, idempotencyKey }: BuyPackAtKioskInput,
): Promise<BoughtPack> {
  authorize(ctx, ...buyPackAtKiosk.needs);
  const personId = await checkSecret(ctx, deviceId, secret);
  const { currency } = await requireDevice(read(ctx), deviceId);
  return inTransaction(ctx, async (tx) => {
    const wanted = { packId, personId, owner: { personId }, expectedPriceMinor, idempotencyKey };
    const bought = await buyPackFor(tx, ctx, wanted);
    // Only now is it known what is in it; the refusal takes the purchase back with the transaction.
    if (!paysForCopies(bought, currency)) throw notFound("pack");
    return bought;
  });
}
buyPackAtKiosk.needs = ["sellByCode"] as const;
