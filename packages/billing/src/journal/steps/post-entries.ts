import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import type { Posting } from "../rules/postings.ts";

export interface NewEntry {
  readonly sellerId: string;
  readonly bookedOn: string;
  readonly causeType: "invoice" | "recognition";
  readonly causeId: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
}

/** Writes entries into the books, in two round trips however many they are. An entry without postings is none. */
export async function postEntries(tx: Sql, ctx: Context, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.filter(({ postings }) => postings.length > 0).map((entry) => ({ id: newId(), ...entry }));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO journal_entries (id, organization_id, seller_id, booked_on, cause_type, cause_id, created_at)
     SELECT e.id, $1::uuid, e."sellerId", e."bookedOn", e."causeType", e."causeId", $3::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, "sellerId" uuid, "bookedOn" date, "causeType" journal_cause, "causeId" text)`,
    [ctx.organizationId, JSON.stringify(rows.map(({ postings: _, ...row }) => row)), timestamp(ctx.clock.now())],
  );
  const postings = rows.flatMap(({ id, currency, postings: all }) =>
    all.map((posting, position) => ({ entryId: id, position, currency, ...posting })),
  );
  await tx.query(
    `INSERT INTO journal_postings (organization_id, entry_id, position, account, currency, amount_minor, billing_account_id, product_kind, location_id,
       tax_category, tax_basis_points)
     SELECT $1::uuid, p."entryId", p.position, p.account, p.currency, p."amountMinor", p."billingAccountId", p."productKind", p."locationId",
       p."taxCategory", p."taxBasisPoints"
     FROM jsonb_to_recordset($2::jsonb) AS p ("entryId" uuid, position int, account ledger_account, currency text, "amountMinor" bigint,
       "billingAccountId" uuid, "productKind" product_kind, "locationId" uuid, "taxCategory" tax_category, "taxBasisPoints" int)`,
    [ctx.organizationId, JSON.stringify(postings)],
  );
}
