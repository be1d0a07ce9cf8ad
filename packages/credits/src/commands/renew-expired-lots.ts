import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { loadZone } from "../queries/load-zone.ts";
import { periodOf } from "../rules/period.ts";
import type { CreditPart, CreditScope } from "../schema.ts";
import type { NewTransfer } from "../steps/write-transfer.ts";
import { insertEntries, insertTransfer, transferParts } from "../steps/write-transfer.ts";
import { insertLot } from "./grant-credits.ts";

interface EndedLot {
  id: string;
  person_id: string | null;
  team_id: string | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
  /** What its use would have taxed and the refund has taken back: it is taxed when the new lot is used. */
  prepaid_minor: number;
  prepaid_currency: string | null;
}

/**
 * What a refund of this transaction has put into lots that are over moves on: for each of them into a new lot of the same
 * owner and scope, called after what it was taken for, good until the end of the next period. The old lots keep their end.
 */
export async function renewExpiredLots(
  tx: Sql,
  ctx: Context,
  { unit, currency, personId, cause, reason }: Pick<NewTransfer, "unit" | "currency" | "personId" | "cause" | "reason">,
  { refundId, parts }: { refundId: string; parts: readonly CreditPart[] },
): Promise<void> {
  const now = ctx.clock.now();
  const ended = await endedOf(tx, ctx, { refundId, parts }, now);
  if (ended.length === 0) return;
  const zone = await loadZone(tx, ctx);
  const expiresAt = periodOf(periodOf(now, zone).end, zone).end;
  for (const lot of ended) {
    const quantity = parts.reduce((sum, part) => (part.lotId === lot.id ? sum + part.quantity : sum), 0);
    const moved = { kind: "rollover", unit, currency, requested: quantity, personId, cause, reason } as const;
    const transferId = await insertTransfer(tx, ctx, { ...moved, idempotencyKey: `renew:${newId()}` });
    if (transferId === null) throw new Error("A new key was taken.");
    const label = cause.label;
    const prepaid = prepaidOf(lot, quantity);
    const renewed = { owner: ownerOf(lot), unit, currency, label, expiresAt, scope: scopeOf(lot), prepaid };
    const lotId = await insertLot(tx, ctx, { ...renewed, source: "returned" });
    await insertEntries(tx, ctx, transferId, transferParts([{ lotId: lot.id, quantity }], lotId));
  }
}

function endedOf(
  tx: Sql,
  ctx: Context,
  { refundId, parts }: { refundId: string; parts: readonly CreditPart[] },
  now: EpochMs,
): Promise<EndedLot[]> {
  return tx.query<EndedLot>(
    `SELECT l.id, l.person_id, l.team_id, l.resource_ids, l.resource_kinds, l.location_ids, l.prepaid_currency,
       coalesce((SELECT -sum(r.amount_minor) FROM pack_redemptions r WHERE r.lot_id = l.id AND r.transfer_id = $4::uuid), 0)::bigint AS prepaid_minor
     FROM credit_lots l WHERE l.organization_id = $1::uuid AND l.id = ANY($2::uuid[]) AND l.expires_at <= $3::timestamptz ORDER BY l.id`,
    [ctx.organizationId, parts.map(({ lotId }) => lotId), timestamp(now), refundId],
  );
}

function prepaidOf({ prepaid_minor: amountMinor, prepaid_currency: currency }: EndedLot, quantity: number) {
  return currency !== null && amountMinor > 0 ? { amountMinor, currency, quantity } : undefined;
}

function ownerOf({ person_id, team_id }: EndedLot) {
  if (person_id !== null) return { personId: person_id };
  if (team_id !== null) return { teamId: team_id };
  throw new Error("A lot has an owner.");
}

function scopeOf(lot: EndedLot): CreditScope {
  return { resourceIds: lot.resource_ids, resourceKinds: lot.resource_kinds, locationIds: lot.location_ids };
}
