import { expectDefined } from "@working-social/kernel";
import type { Cause } from "@working-social/credits";
import { lockOwners, refundCredits } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { chargesError } from "../errors.ts";
import { loadCharges, loadCost } from "../queries.ts";
import { quantityWorth } from "../rules.ts";
import type { ChargeLineView } from "../schema.ts";
import { adjustCharge } from "./adjust-charge.ts";
import { payFromMoney } from "./pay-from-money.ts";

export interface LowerInput {
  cause: Pick<Cause, "type" | "id">;
  /** What the cause may cost in money from now on; 0: nothing. More than it costs changes nothing. */
  keepMinor: number;
  /** What stays is a fee and no usage any more: credits that arrive late don't pay for it. */
  isFee?: boolean | undefined;
  /** As of `refundCredits`: money that goes back to credits that have ended meanwhile can be used again. */
  renewsEnded?: boolean | undefined;
  reason: string;
  /** A new one for each decision. The same again, with nothing to do, does nothing. */
  idempotencyKey: string;
}

/** A line while it is lowered. */
interface Lowered extends ChargeLineView {
  wasMinor: number;
}

/**
 * Makes a cause cost `keepMinor` in money: what is still open goes first, the last charged first, then credits of money that
 * had paid go back to their lots. Usage that is no longer charged is taken off, so that late credits don't pay for it. It
 * doesn't matter whether `refundCredits` of "all" comes before or after. Answers what is owed and what is paid then. Throws
 * bad_amount, idempotency_key_reused.
 */
export async function lowerCharges(
  tx: Sql,
  ctx: Context,
  input: LowerInput,
): Promise<{ openMinor: number; paidMinor: number }> {
  const { cause, keepMinor } = input;
  if (!Number.isSafeInteger(keepMinor) || keepMinor < 0) throw chargesError({ code: "bad_amount" });
  const payers = await lockPayers(tx, ctx, cause);
  const lines: Lowered[] = (await loadCharges(tx, ctx, { cause }))
    .flatMap((charge) => charge.lines)
    .map((line) => ({ ...line, wasMinor: line.openMinor }))
    .reverse();
  await noteReturned(tx, ctx, input, lines);
  let excess = lines.reduce((sum, line) => sum + line.openMinor + line.paidMinor, 0) - keepMinor;
  excess -= lower(lines, excess);
  if (excess > 0) await returnMoney(tx, ctx, input, lines, excess);
  for (const line of lines) await writeLowered(tx, ctx, input, line);
  if (keepMinor > 0) await payFromMoney(tx, ctx, payers);
  const { openMinor, paidMinor } = await loadCost(tx, ctx, cause);
  return { openMinor, paidMinor };
}

async function lockPayers(tx: Sql, ctx: Context, { type, id }: LowerInput["cause"]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    "SELECT DISTINCT person_id FROM charges WHERE organization_id = $1::uuid AND cause_type = $2 AND cause_id = $3",
    [ctx.organizationId, type, id],
  );
  const people = rows.map((row) => row.person_id);
  if (people.length > 0) await lockOwners(tx, ctx, [], people);
  return people;
}

/** Money that a refund of "all" has given back already: the lines it had paid are open again, until they are lowered. */
async function noteReturned(tx: Sql, ctx: Context, input: LowerInput, lines: Lowered[]): Promise<void> {
  const paid = lines.reduce((sum, line) => sum + line.paidMinor, 0);
  if (paid === 0) return;
  const [money] = await tx.query<{ used: number }>(
    `SELECT coalesce(sum(u.quantity), 0)::bigint AS used FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
     WHERE u.organization_id = $1::uuid AND u.cause_type = $2 AND u.cause_id = $3 AND l.unit = 'money'`,
    [ctx.organizationId, input.cause.type, input.cause.id],
  );
  const { used } = expectDefined(money, "The sum of the money used has no row.");
  await reopen(tx, ctx, input, lines, { quantity: paid - used });
}

/** Takes the excess off what is open; answers how much that was. */
function lower(lines: Lowered[], excess: number): number {
  let rest = Math.max(excess, 0);
  for (const line of lines) {
    const off = Math.min(rest, line.openMinor);
    line.openMinor -= off;
    rest -= off;
  }
  return Math.max(excess, 0) - rest;
}

/** Gives paid money back to the lots it came from, the last taken first, and takes it off the lines. */
async function returnMoney(
  tx: Sql,
  ctx: Context,
  input: LowerInput,
  lines: Lowered[],
  quantity: number,
): Promise<void> {
  const { cause, reason, renewsEnded } = input;
  const idempotencyKey = `${input.idempotencyKey}:money`;
  const back = { cause, unit: "money", quantity, reason, renewsEnded, idempotencyKey } as const;
  const [refund] = await refundCredits(tx, ctx, back);
  if (!refund) return;
  await reopen(tx, ctx, input, lines, refund);
  lower(lines, refund.quantity);
}

async function reopen(
  tx: Sql,
  ctx: Context,
  input: LowerInput,
  lines: Lowered[],
  { quantity, transferId: creditTransferId }: { quantity: number; transferId?: string },
): Promise<void> {
  let rest = quantity;
  for (const line of lines) {
    const amountMinor = Math.min(rest, line.paidMinor);
    if (amountMinor <= 0) continue;
    rest -= amountMinor;
    line.paidMinor -= amountMinor;
    line.openMinor += amountMinor;
    line.wasMinor += amountMinor;
    const idempotencyKey = `${input.idempotencyKey}:${line.id}:${creditTransferId ? "returned" : "reopened"}`;
    await adjustCharge(tx, ctx, {
      lineId: line.id,
      amountMinor,
      reason: "returned_to_credit",
      creditTransferId,
      idempotencyKey,
    });
  }
}

/** Writes what has become less, with the usage that nobody is charged for any more. */
async function writeLowered(tx: Sql, ctx: Context, input: LowerInput, line: Lowered): Promise<void> {
  const { usage, amountMinor, openMinor, paidMinor } = line;
  if (openMinor === line.wasMinor && !(input.isFee && usage && usage.openQuantity > 0)) return;
  const kept =
    usage && !input.isFee ? quantityWorth({ amountMinor, quantity: usage.quantity }, openMinor + paidMinor) : 0;
  await adjustCharge(tx, ctx, {
    lineId: line.id,
    amountMinor: openMinor - line.wasMinor,
    quantity: usage ? Math.max(0, usage.openQuantity - kept) : 0,
    reason: input.reason,
    idempotencyKey: `${input.idempotencyKey}:${line.id}:lowered`,
  });
}
