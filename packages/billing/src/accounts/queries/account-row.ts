import type { EpochMs } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { TaxTreatment } from "../../parties/rules/lacks.ts";
import { accountLacks } from "../../parties/rules/lacks.ts";
import type { AccountView, Contact, VatCheckOutcome, VatCheckSource } from "../schema.ts";

/** An account as `ACCOUNTS` selects it. */
export interface AccountRow {
  id: string;
  person_id: string | null;
  team_id: string | null;
  /** Never null: an account is a person's or a team's (billing_accounts_of_one_owner), and either has a name. */
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
  taxTreatment: TaxTreatment;
  exemptionReason: string | null;
  exemptionCode: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  paymentDays: number | null;
  language: string | null;
  contacts: Contact[];
  /** Of the oldest seller in use; null: it has none, or there is no seller. */
  seller_vat_id: string | null;
  check_source: VatCheckSource | null;
  check_outcome: VatCheckOutcome | null;
  checked_at: EpochMs | null;
  check_name: string | null;
  check_address: string | null;
  check_consultation: string | null;
}

/** Accounts a of owners p and t with their details d and the last check k of their VAT id; for the caller's own conditions behind it. */
export const ACCOUNTS = `SELECT a.id, a.person_id, a.team_id, coalesce(p.name, t.name) AS name, d.legal_name AS "legalName", d.street,
    d.extra_line AS "extraLine", d.city, d.post_code AS "postCode", d.region, d.country, d.vat_id AS "vatId", d.tax_id AS "taxId",
    d.electronic_address AS "electronicAddress", d.electronic_scheme AS "electronicScheme", coalesce(d.tax_treatment, 'domestic') AS "taxTreatment",
    d.exemption_reason AS "exemptionReason", d.exemption_code AS "exemptionCode", d.buyer_reference AS "buyerReference",
    d.order_reference AS "orderReference", d.payment_days AS "paymentDays", d.language,
    coalesce((SELECT json_agg(json_build_object('name', c.name, 'email', c.email) ORDER BY c.email COLLATE "C") FROM billing_contacts c WHERE c.account_id = a.id), '[]')
      AS contacts,
    (SELECT s.vat_id FROM sellers s WHERE s.organization_id = a.organization_id AND s.archived_at IS NULL ORDER BY s.created_at, s.id LIMIT 1) AS seller_vat_id,
    k.source AS check_source, k.outcome AS check_outcome, k.checked_at, k.registered_name AS check_name, k.registered_address AS check_address,
    k.consultation AS check_consultation
  FROM billing_accounts a LEFT JOIN people p ON p.id = a.person_id LEFT JOIN teams t ON t.id = a.team_id
  LEFT JOIN billing_details d ON d.account_id = a.id
  LEFT JOIN LATERAL (SELECT v.source, v.outcome, v.checked_at, v.registered_name, v.registered_address, v.consultation FROM vat_id_checks v
    WHERE v.account_id = a.id AND v.vat_id = d.vat_id ORDER BY v.checked_at DESC, v.id DESC LIMIT 1) k ON true
  WHERE a.organization_id = $1::uuid`;

export function accountView(row: AccountRow): AccountView {
  const { person_id, team_id, name, seller_vat_id, check_outcome, checked_at: _at, ...rest } = row;
  const {
    check_source: _source,
    check_name: _name,
    check_address: _address,
    check_consultation: _number,
    ...fields
  } = rest;
  const isFirm = person_id === null || fields.vatId !== null;
  const lacks = accountLacks({ vatId: seller_vat_id }, { ...fields, isFirm, vatCheck: check_outcome });
  const owner = {
    kind: person_id === null ? ("team" as const) : ("person" as const),
    id: person_id ?? team_id ?? "",
    name,
  };
  return { ...fields, owner, lacks, lastCheck: checkOf(row) };
}

function checkOf({
  vatId,
  check_source: source,
  check_outcome: outcome,
  checked_at,
  ...row
}: AccountRow): AccountView["lastCheck"] {
  if (vatId === null || source === null || outcome === null || checked_at === null) return null;
  return {
    vatId,
    source,
    outcome,
    checkedAt: formatInstant(checked_at),
    registeredName: row.check_name,
    registeredAddress: row.check_address,
    consultation: row.check_consultation,
  };
}
