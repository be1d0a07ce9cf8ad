import type { Context, Sql } from "@working-social/db";

/** Accounts on whose next invoice something may be, in the order of their ids: those with contracts, open usage, or items sold by hand. */
export async function accountsToBill(sql: Sql, ctx: Context): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT a.id FROM billing_accounts a WHERE a.organization_id = $1::uuid AND (
       EXISTS (SELECT FROM contracts c WHERE c.organization_id = a.organization_id AND c.billing_account_id = a.id AND c.bill_from IS NOT NULL AND c.withdrawn_at IS NULL)
       OR EXISTS (SELECT FROM charges c JOIN charge_lines l ON l.charge_id = c.id WHERE c.organization_id = a.organization_id AND c.payer_id = a.owner_id
         AND c.billing_account_id = a.id AND l.invoiced_at IS NULL AND l.amount_minor > 0)
       OR EXISTS (SELECT FROM charges c JOIN charge_lines l ON l.charge_id = c.id JOIN charge_adjustments d ON d.line_id = l.id
         WHERE c.organization_id = a.organization_id AND c.payer_id = a.owner_id AND c.billing_account_id = a.id AND l.invoiced_at IS NOT NULL AND NOT d.is_invoiced)
       OR EXISTS (SELECT FROM one_off_items i WHERE i.organization_id = a.organization_id AND i.billing_account_id = a.id AND i.removed_at IS NULL
         AND NOT EXISTS (SELECT FROM invoice_lines n WHERE n.item_id = i.id)))
     ORDER BY a.id`,
    [ctx.organizationId],
  );
  return rows.map(({ id }) => id);
}
