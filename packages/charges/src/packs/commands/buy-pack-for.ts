import type { CreditOwner } from "@working-social/credits";
import { grantCredits, loadZone, lockOwner, ownerId, ownerIds } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CommonRefusal } from "@working-social/kernel";
import { DomainError, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { recordCharge } from "../../commands/record-charge.ts";
import { settleUnpaidUsage } from "../../commands/settle-unpaid-usage.ts";
import { chargesError } from "../../errors.ts";
import { ONE, serviceDays } from "../../lines/rules.ts";
import { packExpiry } from "../../rules.ts";
import type { PackForSale } from "../queries.ts";
import { findPurchase, requirePackForSale } from "../queries.ts";
import { packPrice } from "../rules.ts";
import type { BoughtPack } from "../schema.ts";
import { requireSellable } from "./create-pack.ts";

export interface PurchaseInput {
  packId: string;
  /** Who owes for it. */
  personId: string;
  /** Whose the credits are: the person's, or their team's, which then pays. */
  owner: CreditOwner;
  expectedPriceMinor: number;
  idempotencyKey: string;
}

/**
 * A purchase within the caller's transaction, after the caller has decided who may: the lot, an open charge over the price,
 * and whatever the new credits pay at once. The same key again answers with the same purchase, also after the pack has
 * changed. Throws not_found (pack, person, team), pack_price_changed, pack_tax_unknown, idempotency_key_reused.
 */
export async function buyPackFor(tx: Sql, ctx: Context, input: PurchaseInput): Promise<BoughtPack> {
  const before = await findPurchase(tx, ctx, input.idempotencyKey);
  if (before) return sameAs(before, input);
  const pack = requireSellable(await requirePackForSale(tx, ctx, input.packId));
  if (pack.totalMinor !== input.expectedPriceMinor)
    throw chargesError({ code: "pack_price_changed", priceMinor: pack.totalMinor, currency: pack.priceCurrency });
  await requireBuyer(tx, ctx, input);
  // Before the clock is read: who waits over midnight buys, and counts the days, from then on.
  await lockOwner(tx, ctx, input.owner);
  const purchaseId = await insertPurchase(tx, ctx, input);
  if (purchaseId !== null) await deliver(tx, ctx, input, pack, purchaseId);
  const bought = await findPurchase(tx, ctx, input.idempotencyKey);
  if (!bought) throw notFound("pack");
  return sameAs(bought, input);
}

function sameAs(bought: BoughtPack, { packId, owner }: PurchaseInput): BoughtPack {
  if (bought.packId !== packId || JSON.stringify(bought.owner) !== JSON.stringify(owner))
    throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  return bought;
}

/** Suspended people buy nothing, nor does anybody for a team they are not in. */
async function requireBuyer(tx: Sql, ctx: Context, { personId, owner }: PurchaseInput): Promise<void> {
  const { personId: ownPersonId, teamId } = ownerIds(owner);
  const [person] = await tx.query(
    `SELECT id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid AND status <> 'suspended'
       AND (id = $3::uuid OR team_id = $4::uuid)`,
    [ctx.organizationId, personId, ownPersonId, teamId],
  );
  if (!person) throw notFound("person");
}

async function insertPurchase(tx: Sql, ctx: Context, input: PurchaseInput): Promise<string | null> {
  const [made] = await tx.query<{ id: string }>(
    `INSERT INTO credit_pack_purchases (id, organization_id, pack_id, person_id, team_id, price_minor, idempotency_key, bought_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::bigint, $7, $8::timestamptz)
     ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id`,
    [
      newId(),
      ctx.organizationId,
      input.packId,
      input.personId,
      ownerIds(input.owner).teamId,
      input.expectedPriceMinor,
      input.idempotencyKey,
      timestamp(ctx.clock.now()),
    ],
  );
  return made?.id ?? null;
}

async function deliver(
  tx: Sql,
  ctx: Context,
  { personId, owner }: PurchaseInput,
  pack: PackForSale,
  purchaseId: string,
): Promise<void> {
  const cause = { type: "pack_purchase", id: purchaseId, label: pack.name } as const;
  const { unit, currency, quantity, scope, priceCurrency } = pack;
  const price = packPrice(pack);
  const priceMinor = price.amountMinor;
  const [now, zone] = [ctx.clock.now(), await loadZone(tx, ctx)];
  const expiresAt = packExpiry(now, pack.validDays, zone);
  const idempotencyKey = `pack_purchase:${purchaseId}`;
  // Of a multi-purpose pack the use is taxed: the lot keeps what was paid for it.
  const isTaxedLater = pack.purpose === "multi_purpose" && priceMinor > 0;
  const prepaid = isTaxedLater ? { amountMinor: priceMinor, currency: priceCurrency } : undefined;
  const filling = { unit, currency, quantity, scope, expiresAt, prepaid };
  await grantCredits(tx, ctx, { owner, source: "pack", label: pack.name, ...filling, cause, idempotencyKey });
  if (priceMinor > 0)
    await recordCharge(tx, ctx, {
      payer: { personId, teamId: ownerIds(owner).teamId, isTeams: true },
      cause,
      currency: priceCurrency,
      lines: [
        {
          item: { code: "pack", data: { packName: pack.name, unit, currency, quantity } },
          product: "credit_pack",
          price,
          service: serviceDays({ start: now, end: now }, zone),
          locationId: pack.locationId,
          billed: ONE,
        },
      ],
      idempotencyKey,
    });
  await settleUnpaidUsage(tx, ctx, owner);
  const data = { packId: pack.id, name: pack.name, unit, quantity, priceMinor, priceCurrency };
  const subjectType = "personId" in owner ? "person" : "team";
  await emit(tx, ctx, { name: "credits.pack_bought", subjectType, subjectId: ownerId(owner), data });
}
