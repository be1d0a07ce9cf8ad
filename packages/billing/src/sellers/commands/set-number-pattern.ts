import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, editBetween, isUntouched, mergeEdit, notFound } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { couldCollide, numberExpressions } from "../rules/number-pattern.ts";
import type { DocumentKind, NumberSeriesView, SetNumberPatternInput } from "../schema.ts";

/**
 * How a seller's next documents of a kind are numbered; issued ones keep their numbers. Needs manageBilling. Throws edited_meanwhile,
 * not_found, number_patterns_collide where invoices and credit notes could get the same number, and number_would_repeat where the new
 * pattern would come to a number that is issued already.
 */
export async function setNumberPattern(ctx: Context, input: SetNumberPatternInput): Promise<NumberSeriesView> {
  authorize(ctx, ...setNumberPattern.needs);
  const { sellerId, kind, pattern, seen } = input;
  return inTransaction(ctx, async (tx) => {
    const series = await lockSeries(tx, ctx, sellerId);
    const own = series.find((one) => one.kind === kind);
    if (!own) throw notFound("seller");
    const before: NumberSeriesView = { kind, pattern: own.pattern };
    const after = mergeEdit(before, { pattern }, seen);
    if (isUntouched(editBetween(before, after))) return before;
    const other = series.find((one) => one !== own && couldCollide(one.pattern, pattern));
    if (other) throw billingError({ code: "number_patterns_collide", kind: other.kind, pattern: other.pattern });
    await requireNewNumbers(tx, ctx, { sellerId, seriesId: own.id, pattern });
    await tx.query("UPDATE number_series SET pattern = $3 WHERE organization_id = $1::uuid AND id = $2::uuid", [
      ctx.organizationId,
      own.id,
      pattern,
    ]);
    await emit(tx, ctx, {
      name: "seller.numbers_set",
      subjectType: "seller",
      subjectId: sellerId,
      data: { kind, changes: { pattern: [before.pattern, pattern] } },
    });
    return after;
  });
}
setNumberPattern.needs = ["manageBilling"] as const;

interface SeriesRow {
  id: string;
  kind: DocumentKind;
  pattern: string;
}

/** Whoever issues a document counts up in this row's counter, and waits. */
async function lockSeries(tx: Sql, ctx: Context, sellerId: string): Promise<SeriesRow[]> {
  return tx.query<SeriesRow>(
    "SELECT id, kind, pattern FROM number_series WHERE organization_id = $1::uuid AND seller_id = $2::uuid ORDER BY id FOR NO KEY UPDATE",
    [ctx.organizationId, sellerId],
  );
}

interface NewNumbers {
  sellerId: string;
  seriesId: string;
  pattern: string;
}

/** An issued number that the pattern would make too is no harm where its counter is past it already. */
async function requireNewNumbers(tx: Sql, ctx: Context, { sellerId, seriesId, pattern }: NewNumbers): Promise<void> {
  const { number, year } = numberExpressions(pattern);
  const [repeated] = await tx.query<{ number: string }>(
    `SELECT i.number FROM invoices i
     LEFT JOIN number_counters c ON c.series_id = $3::uuid AND c.year = coalesce(substring(i.number from $5::text)::int, 0)
     WHERE i.organization_id = $1::uuid AND i.seller_id = $2::uuid AND i.number ~ $4::text
       AND substring(i.number from $4::text)::numeric > coalesce(c.last_number, 0) ORDER BY i.number LIMIT 1`,
    [ctx.organizationId, sellerId, seriesId, number, year],
  );
  if (repeated) throw billingError({ code: "number_would_repeat", number: repeated.number });
}
