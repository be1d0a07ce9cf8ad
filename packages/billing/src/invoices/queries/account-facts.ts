import type { Context, Sql } from "@working-social/db";
import type { PriceMode, TaxCategory } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import { loadContracts } from "../../contracts/queries/load-contracts.ts";
import type { Contract } from "../../contracts/schema.ts";

/** Days of a contract line that stand charged, with the line of the invoice that has them. */
export interface ChargedRow {
  id: string;
  accountId: string;
  contractLineId: string;
  kind: "fee" | "setup_fee" | "deposit";
  from: string;
  until: string;
  /** Never null: a line that charges days is of a period (invoice_lines_of_a_period). */
  periodFrom: string;
  /** Never null: likewise. */
  periodUntil: string;
  /** Never null: likewise. */
  priceMinor: number;
  /** Never null: likewise. */
  agreedPriceMinor: number;
  termId: string | null;
  invoiceLineId: string;
  invoiceNumber: string;
  sellerId: string;
  /** Of that invoice, and so of `priceMinor`. */
  priceMode: PriceMode;
  productKind: string;
  name: string;
  taxCategory: TaxCategory;
  taxBasisPoints: number;
  exemptionReason: string | null;
  exemptionCode: string | null;
  /** Never null: a contract is at a location. */
  locationId: string;
}

/** Usage that is open, or what was taken off after an invoice had it. */
export interface UsageRow {
  accountId: string;
  chargeLineId: string;
  /** null: the line itself, with what is open of it. */
  adjustmentId: string | null;
  code: string;
  data: unknown;
  productKind: string;
  /** Tax and all, of what is open; below zero for what was taken off. */
  grossMinor: number;
  netMinor: number;
  currency: string;
  taxCategory: TaxCategory;
  taxBasisPoints: number;
  serviceFrom: string;
  serviceUntil: string;
  locationId: string | null;
  quantity: number;
  unitCode: string;
  /** Of what was taken off: the document that had it, and how it was taxed there. */
  invoiceNumber: string | null;
  invoiceLineId: string | null;
  sellerId: string | null;
  invoicedCategory: TaxCategory | null;
}

export interface ItemRow {
  id: string;
  accountId: string;
  locationId: string;
  productId: string;
  description: string;
  quantity: number;
  currency: string;
  priceMode: PriceMode;
  unitPriceMinor: number;
  serviceFrom: string;
  serviceUntil: string;
}

/** Who is billed, as far as an invoice says it. */
export interface AccountRow {
  accountId: string;
  personId: string | null;
  teamId: string | null;
  name: string;
  legalName: string | null;
  street: string | null;
  extraLine: string | null;
  city: string | null;
  postCode: string | null;
  region: string | null;
  country: string | null;
  vatId: string | null;
  taxId: string | null;
  electronicAddress: string | null;
  electronicScheme: string | null;
  taxTreatment: "domestic" | "reverse_charge" | "intra_community" | "exempt" | "export";
  exemptionReason: string | null;
  exemptionCode: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  paymentDays: number | null;
  language: string | null;
}

/** All that may be on an account's next invoice. */
export interface AccountFacts {
  readonly account: AccountRow;
  readonly contracts: readonly Contract[];
  readonly charged: readonly ChargedRow[];
  readonly usage: readonly UsageRow[];
  readonly items: readonly ItemRow[];
}

/** The facts of many accounts, in five round trips however many they are. Lock the accounts before, where they are to be billed. */
export async function loadAccountFacts(sql: Sql, ctx: Context, accountIds: readonly string[]): Promise<AccountFacts[]> {
  const accounts = await loadAccounts(sql, ctx, accountIds);
  const contracts = Map.groupBy(await loadContracts(sql, ctx, { accountIds }), (row) => row.billingAccountId);
  const charged = Map.groupBy(await loadCharged(sql, ctx, accountIds), (row) => row.accountId);
  const usage = Map.groupBy(await loadUsage(sql, ctx, accountIds), (row) => row.accountId);
  const items = Map.groupBy(await loadItems(sql, ctx, accountIds), (row) => row.accountId);
  return accounts.map((account) => ({
    account,
    contracts: contracts.get(account.accountId) ?? [],
    charged: charged.get(account.accountId) ?? [],
    usage: usage.get(account.accountId) ?? [],
    items: items.get(account.accountId) ?? [],
  }));
}

async function loadAccounts(sql: Sql, ctx: Context, accountIds: readonly string[]): Promise<AccountRow[]> {
  return sql.query<AccountRow>(
    `SELECT a.id AS "accountId", a.person_id AS "personId", a.team_id AS "teamId", coalesce(p.name, t.name, '') AS name, d.legal_name AS "legalName", d.street,
       d.extra_line AS "extraLine", d.city, d.post_code AS "postCode", d.region, d.country::text, d.vat_id AS "vatId", d.tax_id AS "taxId",
       d.electronic_address AS "electronicAddress", d.electronic_scheme AS "electronicScheme", coalesce(d.tax_treatment, 'domestic') AS "taxTreatment",
       d.exemption_reason AS "exemptionReason", d.exemption_code AS "exemptionCode", d.buyer_reference AS "buyerReference",
       d.order_reference AS "orderReference", d.payment_days AS "paymentDays", coalesce(d.language, p.language) AS language
     FROM billing_accounts a LEFT JOIN people p ON p.id = a.person_id LEFT JOIN teams t ON t.id = a.team_id LEFT JOIN billing_details d ON d.account_id = a.id
     WHERE a.organization_id = $1::uuid AND a.id = ANY($2::uuid[]) ORDER BY a.id`,
    [ctx.organizationId, accountIds],
  );
}

async function loadCharged(sql: Sql, ctx: Context, accountIds: readonly string[]): Promise<ChargedRow[]> {
  return sql.query<ChargedRow>(
    `SELECT d.id, c.billing_account_id AS "accountId", d.contract_line_id AS "contractLineId", d.kind, d.from_day::text AS from, d.until_day::text AS until,
       l.period_from::text AS "periodFrom", l.period_until::text AS "periodUntil", l.price_minor AS "priceMinor", l.agreed_price_minor AS "agreedPriceMinor",
       l.term_id AS "termId", l.id AS "invoiceLineId", i.number AS "invoiceNumber", i.seller_id AS "sellerId", i.price_mode AS "priceMode", p.kind AS "productKind", coalesce(l.data->>'name', '') AS name,
       l.tax_category AS "taxCategory", l.tax_basis_points AS "taxBasisPoints", l.exemption_reason AS "exemptionReason", l.exemption_code AS "exemptionCode",
       l.location_id AS "locationId"
     FROM contracts c JOIN contract_lines n ON n.contract_id = c.id JOIN charged_days d ON d.organization_id = c.organization_id AND d.contract_line_id = n.id
     JOIN invoice_lines l ON l.id = d.invoice_line_id JOIN invoices i ON i.id = l.invoice_id JOIN products p ON p.id = l.product_id
     WHERE c.organization_id = $1::uuid AND c.billing_account_id = ANY($2::uuid[]) AND d.returned_by_line_id IS NULL
     ORDER BY d.from_day, d.id`,
    [ctx.organizationId, accountIds],
  );
}

/** What is open of each charge, and what was taken off after an invoice had it. Net follows gross by the whole line's shares. */
async function loadUsage(sql: Sql, ctx: Context, accountIds: readonly string[]): Promise<UsageRow[]> {
  const rows = await sql.query<UsageRow & { lineGross: number; lineNet: number }>(
    `SELECT c.billing_account_id AS "accountId", l.id AS "chargeLineId", x.adjustment_id AS "adjustmentId", l.code::text, l.data, l.product::text AS "productKind",
       x.gross AS "grossMinor", l.amount_minor AS "lineGross", l.net_minor AS "lineNet", 0 AS "netMinor", c.currency, l.tax_category AS "taxCategory",
       l.tax_basis_points AS "taxBasisPoints", l.service_from::text AS "serviceFrom", l.service_until::text AS "serviceUntil", l.location_id AS "locationId",
       l.billed_quantity AS quantity, l.unit_code AS "unitCode", i.number AS "invoiceNumber", n.id AS "invoiceLineId", i.seller_id AS "sellerId",
       n.tax_category AS "invoicedCategory"
     FROM charges c JOIN charge_lines l ON l.charge_id = c.id
     LEFT JOIN invoice_lines n ON n.charge_line_id = l.id LEFT JOIN invoices i ON i.id = n.invoice_id
     CROSS JOIN LATERAL (
       SELECT NULL::uuid AS adjustment_id, l.amount_minor + coalesce((SELECT sum(a.amount_minor) FROM charge_adjustments a WHERE a.line_id = l.id), 0)::bigint AS gross
       WHERE l.invoiced_at IS NULL
       UNION ALL SELECT a.id, a.amount_minor FROM charge_adjustments a WHERE a.line_id = l.id AND l.invoiced_at IS NOT NULL AND NOT a.is_invoiced) x
     WHERE c.organization_id = $1::uuid AND c.billing_account_id = ANY($2::uuid[]) AND x.gross <> 0
     ORDER BY l.service_from, c.created_at, l.id, x.adjustment_id`,
    [ctx.organizationId, accountIds],
  );
  return rows.map(({ lineGross, lineNet, ...row }) => ({
    ...row,
    netMinor: scaleRounded(lineNet, row.grossMinor, lineGross),
  }));
}

async function loadItems(sql: Sql, ctx: Context, accountIds: readonly string[]): Promise<ItemRow[]> {
  return sql.query<ItemRow>(
    `SELECT i.id, i.billing_account_id AS "accountId", i.location_id AS "locationId", i.product_id AS "productId", i.description, i.quantity, i.currency::text,
       i.price_mode AS "priceMode", i.unit_price_minor AS "unitPriceMinor", i.service_from::text AS "serviceFrom", i.service_until::text AS "serviceUntil"
     FROM one_off_items i WHERE i.organization_id = $1::uuid AND i.billing_account_id = ANY($2::uuid[]) AND i.removed_at IS NULL
       AND NOT EXISTS (SELECT FROM invoice_lines n WHERE n.item_id = i.id)
     ORDER BY i.service_from, i.created_at, i.id`,
    [ctx.organizationId, accountIds],
  );
}
