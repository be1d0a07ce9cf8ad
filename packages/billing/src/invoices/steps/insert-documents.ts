import type { Context, Sql } from "@working-social/db";
import type { IssuedDocument, IssuedLine } from "./issue-documents.ts";
import type { Series } from "./lock-series.ts";

/** The rows of documents: the counters first, which by the end of the transaction have a document for each number. */
export async function insertDocuments(
  tx: Sql,
  ctx: Context,
  documents: readonly IssuedDocument[],
  { runId, series }: { runId: string | null; series: readonly Series[] },
): Promise<void> {
  await countOn(tx, ctx, documents, series);
  await tx.query(
    `INSERT INTO invoices (id, organization_id, kind, seller_id, billing_account_id, run_id, series_id, year, sequence, number, issue_date, tax_point, due_date,
       service_from, service_until, currency, price_mode, language, seller, buyer, corrects_id, reason, net_minor, tax_minor, rounding_minor, due_minor,
       issued_at, previous_hash, hash)
     SELECT d.id, $1::uuid, d.kind, d."sellerId", d."accountId", $2::uuid, d."seriesId", d.year, d.sequence, d.number, d."issueDate", d."taxPoint", d."dueDate",
       d."serviceFrom", d."serviceUntil", d.currency, d."priceMode", d.language, d.seller, d.buyer, d."correctsId", d.reason, d."netMinor", d."taxMinor",
       d."roundingMinor", d."dueMinor", d."issuedAt", d."previousHash", d.hash
     FROM jsonb_to_recordset($3::jsonb) AS d (place int, id uuid, kind document_kind, "sellerId" uuid, "accountId" uuid, "seriesId" uuid, year int, sequence bigint,
       number text, "issueDate" date, "taxPoint" date, "dueDate" date, "serviceFrom" date, "serviceUntil" date, currency text, "priceMode" price_mode,
       language text, seller jsonb, buyer jsonb, "correctsId" uuid, reason text, "netMinor" bigint, "taxMinor" bigint, "roundingMinor" bigint,
       "dueMinor" bigint, "issuedAt" timestamptz, "previousHash" text, hash text) ORDER BY d.place`,
    [ctx.organizationId, runId, JSON.stringify(documents.map(documentRow))],
  );
  await tx.query(
    `INSERT INTO invoice_lines (id, organization_id, invoice_id, position, product_id, code, data, quantity, unit_code, amount_minor, net_minor, tax_category,
       tax_basis_points, exemption_reason, exemption_code, service_from, service_until, location_id, contract_line_id, charge_kind, term_id, period_from,
       period_until, price_minor, agreed_price_minor, returns_line_id, charge_line_id, adjustment_id, item_id, credits_line_id)
     SELECT l.id, $1::uuid, l."invoiceId", l.position, l."productId", l.code, l.data, l.quantity, l."unitCode", l."amountMinor", l."netMinor", l.category,
       l."basisPoints", l."exemptionReason", l."exemptionCode", l."serviceFrom", l."serviceUntil", l."locationId", l."contractLineId", l.kind, l."termId",
       l."periodFrom", l."periodUntil", l."priceMinor", l."agreedPriceMinor", l."returnsLineId", l."chargeLineId", l."adjustmentId", l."itemId", l."creditsLineId"
     FROM jsonb_to_recordset($2::jsonb) AS l (id uuid, "invoiceId" uuid, position int, "productId" uuid, code text, data jsonb, quantity bigint, "unitCode" text,
       "amountMinor" bigint, "netMinor" bigint, category tax_category, "basisPoints" int, "exemptionReason" text, "exemptionCode" text, "serviceFrom" date,
       "serviceUntil" date, "locationId" uuid, "contractLineId" uuid, kind contract_charge_kind, "termId" uuid, "periodFrom" date, "periodUntil" date,
       "priceMinor" bigint, "agreedPriceMinor" bigint, "returnsLineId" uuid, "chargeLineId" uuid, "adjustmentId" uuid, "itemId" uuid, "creditsLineId" uuid)`,
    [
      ctx.organizationId,
      JSON.stringify(
        documents.flatMap((document) => document.lines.map((line, place) => lineRow(document, line, place))),
      ),
    ],
  );
  await tx.query(
    `INSERT INTO invoice_taxes (organization_id, invoice_id, category, basis_points, net_minor, tax_minor)
     SELECT $1::uuid, t."invoiceId", t.category, t."basisPoints", t."netMinor", t."taxMinor"
     FROM jsonb_to_recordset($2::jsonb) AS t ("invoiceId" uuid, category tax_category, "basisPoints" int, "netMinor" bigint, "taxMinor" bigint)`,
    [
      ctx.organizationId,
      JSON.stringify(
        documents.flatMap(({ id, draft }) => draft.totals.taxes.map((tax) => ({ invoiceId: id, ...tax }))),
      ),
    ],
  );
}

/** The counters of the years in which something was numbered. */
async function countOn(
  tx: Sql,
  ctx: Context,
  documents: readonly IssuedDocument[],
  series: readonly Series[],
): Promise<void> {
  const years = new Map(documents.map(({ seriesId, year }) => [`${seriesId} ${year}`, { seriesId, year }]));
  const rows = [...years.values()].map(({ seriesId, year }) => ({
    seriesId,
    year,
    lastNumber: series.find(({ id }) => id === seriesId)?.lastNumbers.get(year),
  }));
  await tx.query(
    `INSERT INTO number_counters (organization_id, series_id, year, last_number)
     SELECT $1::uuid, c."seriesId", c.year, c."lastNumber" FROM jsonb_to_recordset($2::jsonb) AS c ("seriesId" uuid, year int, "lastNumber" bigint)
     ON CONFLICT (series_id, year) DO UPDATE SET last_number = EXCLUDED.last_number`,
    [ctx.organizationId, JSON.stringify(rows)],
  );
}

function documentRow(document: IssuedDocument, place: number) {
  const { draft, lines: _, ...row } = document;
  const { issueDate, taxPoint, dueDate, serviceFrom, serviceUntil, currency, seller, account, totals } = draft;
  const { netMinor, taxMinor, roundingMinor, dueMinor } = totals;
  const dates = { issueDate, taxPoint, dueDate, serviceFrom, serviceUntil };
  const sums = { netMinor, taxMinor, roundingMinor, dueMinor };
  const { sellerId, priceMode } = seller;
  return { ...row, ...dates, ...sums, place, currency, sellerId, priceMode, accountId: account.accountId };
}

function lineRow({ id: invoiceId }: IssuedDocument, line: IssuedLine, position: number) {
  const { fee, returned, tax, item, creditsLineId, ...rest } = line;
  const isCredit = creditsLineId !== null;
  return {
    ...rest,
    ...tax,
    ...item,
    ...(isCredit ? {} : fee),
    invoiceId,
    position,
    creditsLineId,
    returnsLineId: isCredit ? null : (returned?.invoiceLineId ?? null),
  };
}
