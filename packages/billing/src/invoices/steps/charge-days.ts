import type { Context, Sql } from "@working-social/db";
import type { DaySpan } from "../../rules/index.ts";
import { newId } from "@working-social/kernel";
import { daysWithout } from "../../rules/index.ts";
import type { IssuedDocument, IssuedLine } from "./issue-documents.ts";

/** Days of a contract line that an invoice line has, or that came back with another. */
interface DaysRow extends DaySpan {
  id: string;
  contractLineId: string;
  kind: string;
  invoiceLineId: string;
  returnedByLineId: string | null;
}

/**
 * Notes which days the documents have charged, and which came back with them: a charged row is split where they begin and end. The
 * constraint `charged_days_once` refuses a day twice. What comes back goes first, since others may take its days.
 */
export async function chargeDays(tx: Sql, ctx: Context, documents: readonly IssuedDocument[]): Promise<void> {
  const lines = documents.flatMap((document) => document.lines);
  const back = lines.filter(({ returned }) => returned !== null && returned.chargedId !== null);
  const returns = Map.groupBy(back, ({ returned }) => returned?.chargedId ?? "");
  if (returns.size > 0) await splitRows(tx, ctx, returns);
  await insertRows(tx, ctx, lines.filter(({ fee, returned }) => fee !== null && returned === null).map(chargedRow));
}

function chargedRow(line: IssuedLine): DaysRow {
  return {
    id: newId(),
    contractLineId: line.fee?.contractLineId ?? "",
    kind: line.fee?.kind ?? "fee",
    from: line.serviceFrom,
    until: line.serviceUntil,
    invoiceLineId: line.id,
    returnedByLineId: null,
  };
}

async function splitRows(tx: Sql, ctx: Context, returns: ReadonlyMap<string, readonly IssuedLine[]>): Promise<void> {
  const rows = await tx.query<DaysRow>(
    `SELECT id, contract_line_id AS "contractLineId", kind, from_day::text AS from, until_day::text AS until, invoice_line_id AS "invoiceLineId",
       returned_by_line_id AS "returnedByLineId" FROM charged_days WHERE organization_id = $1::uuid AND id = ANY($2::uuid[])`,
    [ctx.organizationId, [...returns.keys()]],
  );
  const split = rows.map((row) => piecesOf(row, returns.get(row.id) ?? []));
  const firsts = split.flatMap(([first]) => first ?? []);
  await tx.query(
    `UPDATE charged_days d SET from_day = p.from, until_day = p.until, returned_by_line_id = p."returnedByLineId"
     FROM jsonb_to_recordset($2::jsonb) AS p (id uuid, "from" date, "until" date, "returnedByLineId" uuid) WHERE d.organization_id = $1::uuid AND d.id = p.id`,
    [ctx.organizationId, JSON.stringify(firsts)],
  );
  await insertRows(
    tx,
    ctx,
    split.flatMap(([, ...others]) => others).map((row) => ({ ...row, id: newId() })),
  );
}

/** What stays of a row, and what came back of it, each with the line that it is of; the row itself becomes the first. */
function piecesOf(row: DaysRow, returns: readonly IssuedLine[]): DaysRow[] {
  const back = returns.map((line) => ({
    ...row,
    from: line.serviceFrom,
    until: line.serviceUntil,
    returnedByLineId: line.id,
  }));
  const stays = back.reduce<DaySpan[]>((left, gone) => left.flatMap((span) => daysWithout(span, gone)), [row]);
  return [...stays.map(({ from, until }) => ({ ...row, from, until })), ...back];
}

async function insertRows(tx: Sql, ctx: Context, rows: readonly DaysRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO charged_days (id, organization_id, contract_line_id, kind, from_day, until_day, invoice_line_id, returned_by_line_id)
     SELECT r.id, $1::uuid, r."contractLineId", r.kind, r.from, r.until, r."invoiceLineId", r."returnedByLineId"
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "contractLineId" uuid, kind contract_charge_kind, "from" date, "until" date, "invoiceLineId" uuid,
       "returnedByLineId" uuid)`,
    [ctx.organizationId, JSON.stringify(rows)],
  );
}
