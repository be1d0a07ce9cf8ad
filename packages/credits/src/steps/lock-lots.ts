import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { lockOwners } from "./owner.ts";
import { ownerIds } from "../rules/owner-ids.ts";
import type { LotRow } from "../rules/lot-view.ts";
import { LOT_COLUMNS } from "../queries/lot-row.ts";
import { lotView } from "../rules/lot-view.ts";
import type { CreditOwner, CreditPart, CreditUnit, LotView } from "../schema.ts";

interface Wanted {
  personId: string;
  unit: CreditUnit;
  currency: string | null;
  mayOverdraw: boolean;
}

/**
 * What the person can spend of a unit, own and the team's, locked until the transaction ends. The caller has locked the
 * wallet, before it read the clock for anything: whoever else wants these credits waits there, and then sees what is left.
 * Holds whose time is over are ended here, so that nothing waits for a job.
 */
export async function lockLots(tx: Sql, ctx: Context, wanted: Wanted): Promise<LotView[]> {
  const rows = await selectForUpdate(tx, ctx, wanted);
  const stale = rows.filter((row) => row.stale > 0).map((row) => row.id);
  if (stale.length === 0) return rows.map((row) => lotView(row, wanted.mayOverdraw));
  await expireStaleHolds(tx, ctx, stale);
  return (await selectForUpdate(tx, ctx, wanted)).map((row) => lotView(row, wanted.mayOverdraw));
}

function selectForUpdate(tx: Sql, ctx: Context, { personId, unit, currency }: Wanted): Promise<LotRow[]> {
  return tx.query<LotRow>(
    `SELECT ${LOT_COLUMNS}
     FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id IN ($3::uuid, (SELECT p.team_id FROM people p WHERE p.id = $3::uuid))
       AND l.unit = $4::credit_unit AND l.currency IS NOT DISTINCT FROM $5
       AND (l.expires_at IS NULL OR l.expires_at > $2::timestamptz) AND (b.balance > b.floor)
     ORDER BY l.id FOR UPDATE OF b`,
    [ctx.organizationId, timestamp(ctx.clock.now()), personId, unit, currency],
  );
}

/** The unexpired lots of one owner alone, locked like those of `lockLots`. */
export async function lockOwnerLots(
  tx: Sql,
  ctx: Context,
  wanted: { owner: CreditOwner; unit: CreditUnit; currency: string | null },
): Promise<LotView[]> {
  const { personId, teamId } = ownerIds(wanted.owner);
  const rows = await tx.query<LotRow>(
    `SELECT ${LOT_COLUMNS}
     FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id IN ($5::uuid, $6::uuid)
       AND l.unit = $3::credit_unit AND l.currency IS NOT DISTINCT FROM $4
       AND (l.expires_at IS NULL OR l.expires_at > $2::timestamptz) AND b.balance > b.floor
     ORDER BY l.id FOR UPDATE OF b`,
    [ctx.organizationId, timestamp(ctx.clock.now()), wanted.unit, wanted.currency, personId, teamId],
  );
  // What a hold past its time keeps is left alone until somebody ends it: taking back is in no hurry.
  return rows.map((row) => lotView({ ...row, stale: 0 }));
}

/** What is left of these parts, in their order, locked; of a lot that is over by now too. */
export async function lockParts(
  tx: Sql,
  ctx: Context,
  parts: readonly CreditPart[],
): Promise<{ id: string; left: number }[]> {
  const rows = await tx.query<{ id: string; left: number }>(
    `SELECT lot_id AS id, balance - held AS left FROM credit_balances
     WHERE organization_id = $1::uuid AND lot_id = ANY($2::uuid[]) ORDER BY lot_id FOR UPDATE`,
    [ctx.organizationId, parts.map(({ lotId }) => lotId)],
  );
  const left = new Map(rows.map((row) => [row.id, row.left]));
  return parts.map(({ lotId, quantity }) => ({ id: lotId, left: Math.min(quantity, left.get(lotId) ?? 0) }));
}

/** Ends the holds past their time that keep something of these lots; of all lots without a list. Returns how many. */
export async function expireStaleHolds(tx: Sql, ctx: Context, lotIds: readonly string[] | null): Promise<number> {
  if (lotIds === null) await lockStaleOwners(tx, ctx);
  const ended = await tx.query(
    `INSERT INTO credit_hold_resolutions (organization_id, hold_id, outcome, resolved_at)
     SELECT h.organization_id, h.id, 'expired', $2::timestamptz FROM credit_holds h
     WHERE h.organization_id = $1::uuid AND h.expires_at <= $2::timestamptz
       AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)
       AND ($3::uuid[] IS NULL OR EXISTS (SELECT FROM credit_hold_parts p WHERE p.hold_id = h.id AND p.lot_id = ANY($3::uuid[])))
     ORDER BY h.id
     ON CONFLICT DO NOTHING RETURNING hold_id`,
    [ctx.organizationId, timestamp(ctx.clock.now()), lotIds],
  );
  return ended.length;
}

async function lockStaleOwners(tx: Sql, ctx: Context): Promise<void> {
  const rows = await tx.query<{ person_id: string | null; team_id: string | null }>(
    `SELECT DISTINCT l.person_id, l.team_id FROM credit_holds h JOIN credit_hold_parts p ON p.hold_id = h.id JOIN credit_lots l ON l.id = p.lot_id
     WHERE h.organization_id = $1::uuid AND h.expires_at <= $2::timestamptz
       AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)`,
    [ctx.organizationId, timestamp(ctx.clock.now())],
  );
  await lockOwners(
    tx,
    ctx,
    rows.flatMap((row) => row.team_id ?? []),
    rows.flatMap((row) => row.person_id ?? []),
  );
}
