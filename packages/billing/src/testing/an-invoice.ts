import { createHash } from "node:crypto";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";

export interface InvoiceOptions {
  number: string;
  kind?: "invoice" | "credit_note";
  /** 0: the numbers of its series begin anew in no year. */
  year?: number;
  issueDate?: string;
  locationId?: string | null;
}

/** An invoice over nothing, with one line, issued past all commands; the guards of the database hold. To the oldest account there is. */
export async function anInvoice(
  { owner }: Pick<TestDatabase, "owner">,
  sellerId: string,
  { number, kind = "invoice", year = 2026, issueDate = "2026-11-20", locationId = null }: InvoiceOptions,
): Promise<{ id: string }> {
  const [id, itemId] = [newId(), newId()];
  const client = await owner.connect();
  let isDone = false;
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ last_number: string }>(
      `INSERT INTO number_counters AS c (organization_id, series_id, year, last_number)
       SELECT organization_id, id, $3, 1 FROM number_series WHERE seller_id = $1 AND kind = $2::document_kind
       ON CONFLICT (series_id, year) DO UPDATE SET last_number = c.last_number + 1 RETURNING c.last_number`,
      [sellerId, kind, year],
    );
    const sequence = rows[0]?.last_number;
    await client.query(
      `INSERT INTO invoices (id, organization_id, kind, seller_id, billing_account_id, series_id, year, sequence, number, issue_date, tax_point, due_date,
         service_from, service_until, currency, price_mode, language, seller, buyer, net_minor, tax_minor, rounding_minor, due_minor, issued_at,
         previous_hash, hash)
       SELECT $1, n.organization_id, $3::document_kind, n.seller_id, (SELECT a.id FROM billing_accounts a WHERE a.organization_id = n.organization_id
           ORDER BY a.created_at, a.id LIMIT 1), n.id, $4, $5, $6, $7::date, $7::date, $7::date, $7::date, $7::date + 1, 'USD', 'net', 'en', '{}', '{}',
         0, 0, 0, 0, now(), n.last_hash, $8 FROM number_series n WHERE n.seller_id = $2 AND n.kind = $3::document_kind`,
      [id, sellerId, kind, year, sequence, number, issueDate, createHash("sha256").update(id).digest("hex")],
    );
    await client.query(
      `INSERT INTO one_off_items (id, organization_id, billing_account_id, location_id, product_id, description, quantity, currency, price_mode,
         unit_price_minor, service_from, service_until, created_at)
       SELECT $1, i.organization_id, i.billing_account_id, coalesce($3::uuid, (SELECT l.id FROM locations l WHERE l.organization_id = i.organization_id
           ORDER BY l.created_at, l.id LIMIT 1)), p.id, 'Nothing', 1, 'USD', 'net', 0, i.service_from, i.service_until, now()
       FROM invoices i JOIN products p ON p.organization_id = i.organization_id AND p.kind = 'setup_fee' WHERE i.id = $2`,
      [itemId, id, locationId],
    );
    await client.query(
      `INSERT INTO invoice_lines (id, organization_id, invoice_id, position, product_id, code, data, quantity, unit_code, amount_minor, net_minor,
         tax_category, tax_basis_points, service_from, service_until, location_id, item_id)
       SELECT gen_random_uuid(), organization_id, $1, 1, product_id, 'item', '{}', 1, 'C62', 0, 0, 'O', 0, service_from, service_until, $3::uuid, id
       FROM one_off_items WHERE id = $2`,
      [id, itemId, locationId],
    );
    await client.query(
      `INSERT INTO invoice_taxes (organization_id, invoice_id, category, basis_points, net_minor, tax_minor)
       SELECT organization_id, id, 'O', 0, 0, 0 FROM invoices WHERE id = $1`,
      [id],
    );
    await client.query("COMMIT");
    isDone = true;
  } finally {
    client.release(!isDone);
  }
  return { id };
}
