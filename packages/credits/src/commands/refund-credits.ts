import type { Context, Sql } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { requireQuantity } from "../rules/checks.ts";
import { creditsError } from "../errors.ts";
import type { UsedRow } from "../queries/load-used.ts";
import { usageByCause } from "../queries/load-used.ts";
import { lockOwners } from "../steps/owner.ts";
import { renewExpiredLots } from "./renew-expired-lots.ts";
import { cancelSchedules } from "./cancel-schedules.ts";
import { refundParts } from "../rules/plan-credits.ts";
import type { Cause, CreditPart, CreditUnit } from "../schema.ts";
import { creditParts, insertEntries, insertTransfer, recordedTransfer, sumOf } from "../steps/write-transfer.ts";

export interface RefundInput {
  cause: Pick<Cause, "type" | "id"> & { label?: string };
  /** How much to give back, at most what is used; or all of it, in every unit, and what was scheduled. */
  quantity: number | "all";
  /** Needed for a quantity when the cause has used several units. */
  unit?: CreditUnit | undefined;
  reason: string;
  /** For a quantity: a repetition with the same key gives nothing back twice. "all" can't, and needs none. */
  idempotencyKey?: string | undefined;
  /**
   * The house gives it back, or time ran out on it: what goes to a lot that has ended meanwhile moves on into a new one, and
   * can be used until the end of the next period.
   */
  renewsEnded?: boolean | undefined;
}

export interface Refund {
  transferId: string;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  parts: CreditPart[];
}

/**
 * Gives credits back to the lots they came from, the last taken first, and cancels what was scheduled for the cause when
 * all is given back. A lot that has expired gets its own back too, and loses it again, unless `renewsEnded`: a refund moves
 * no expiry. Two at once: the second waits, and finds what the first left. Throws unit_needed, bad_quantity, idempotency_key_reused.
 */
export async function refundCredits(tx: Sql, ctx: Context, input: RefundInput): Promise<Refund[]> {
  const { cause, quantity, unit } = input;
  if (quantity !== "all") requireQuantity(quantity);
  // Wallets before the cause, as for whoever has locked a wallet before refunding: nobody waits in a circle.
  await lockUsed(tx, ctx, cause);
  await lockCause(tx, ctx, cause);
  if (quantity === "all") await cancelSchedules(tx, ctx, cause);
  const used = (await usageByCause(tx, ctx, cause)).filter((row) => unit === undefined || row.unit === unit);
  const groups = Map.groupBy(used, (row) => `${row.unit} ${row.currency ?? ""}`);
  const units = [...groups.values()].flatMap(([first]) => first?.unit ?? []);
  if (quantity !== "all" && units.length > 1) throw creditsError({ code: "unit_needed", units });
  const refunds: Refund[] = [];
  for (const rows of groups.values()) refunds.push(...(await refundUnit(tx, ctx, input, rows)));
  return refunds;
}

async function refundUnit(
  tx: Sql,
  ctx: Context,
  { cause, quantity, reason, idempotencyKey, renewsEnded }: RefundInput,
  rows: readonly UsedRow[],
): Promise<Refund[]> {
  const [first] = rows;
  const used = rows.map((row) => ({ lotId: row.lot_id, quantity: row.quantity }));
  const wanted = quantity === "all" ? sumOf(used) : quantity;
  if (!first || wanted === 0) return [];
  const { unit, currency, person_id: personId } = first;
  const transfer = {
    kind: "refund",
    unit,
    currency,
    requested: wanted,
    personId,
    cause: { label: first.cause_label, ...cause },
    reason,
    idempotencyKey: quantity === "all" || idempotencyKey === undefined ? `refund:${newId()}` : idempotencyKey,
  } as const;
  const transferId = await insertTransfer(tx, ctx, transfer);
  if (transferId === null) {
    const { parts, covered, transferId: before } = await recordedTransfer(tx, ctx, transfer);
    return before === null ? [] : [{ transferId: before, unit, currency, quantity: covered, parts }];
  }
  const parts = refundParts(used, wanted);
  await insertEntries(tx, ctx, transferId, creditParts(parts, "used"));
  if (renewsEnded) await renewExpiredLots(tx, ctx, transfer, { refundId: transferId, parts });
  return [{ transferId, unit, currency, quantity: sumOf(parts), parts }];
}

/** Makes refunds of one cause take turns. The check in the database would refuse the second; this lets it see the first. */
async function lockCause(tx: Sql, ctx: Context, { type, id }: RefundInput["cause"]): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `credits ${ctx.organizationId} ${type} ${id}`,
  ]);
}

/** Whose credits it is about, the schedules' too: all at once, so that nobody waits in a circle. */
async function lockUsed(tx: Sql, ctx: Context, { type, id }: RefundInput["cause"]): Promise<void> {
  const rows = await tx.query<{ person_id: string | null; team_id: string | null }>(
    `SELECT l.person_id, l.team_id FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
     WHERE u.organization_id = $1::uuid AND u.cause_type = $2 AND u.cause_id = $3
     UNION SELECT person_id, NULL FROM credit_schedules
     WHERE organization_id = $1::uuid AND cause_type = $2 AND cause_id = $3 AND outcome IS NULL`,
    [ctx.organizationId, type, id],
  );
  await lockOwners(
    tx,
    ctx,
    rows.flatMap((row) => row.team_id ?? []),
    rows.flatMap((row) => row.person_id ?? []),
  );
}
