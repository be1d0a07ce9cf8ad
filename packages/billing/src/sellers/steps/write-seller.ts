import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { badInput } from "@working-social/kernel";
import { hasVatCheckDigits } from "../../parties/formats/vat-number.ts";
import { requireWholeAddress } from "../../parties/rules/electronic-address.ts";
import type { SellerFields, SellerView } from "../schema.ts";

/** Before anything is said, a seller is what this is. */
export const NEW_SELLER: Omit<SellerFields, "legalName"> = {
  street: null,
  extraLine: null,
  city: null,
  postCode: null,
  region: null,
  country: null,
  vatId: null,
  taxId: null,
  electronicAddress: null,
  electronicScheme: null,
  registration: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  accountHolder: null,
  iban: null,
  bic: null,
  priceMode: "gross",
  taxPoint: "service_date",
  takesTaxOut: true,
  paymentDays: 14,
  leadDays: 0,
  language: "en",
};

/** What only the whole can tell. Throws bad_input: half of an electronic address, check digits that are not those of the VAT id's country. */
export function requireFitting(seller: Pick<SellerFields, "electronicAddress" | "electronicScheme" | "vatId">): void {
  requireWholeAddress(seller);
  // One's own id is on every invoice: a mistyped digit is refused at once.
  if (seller.vatId !== null && hasVatCheckDigits(seller.vatId) === false) throw badInput("vatId", "wrong_check_digits");
}

export async function insertSeller(tx: Sql, ctx: Context, id: string, seller: SellerFields): Promise<void> {
  await tx.query(
    `INSERT INTO sellers (id, organization_id, legal_name, street, extra_line, city, post_code, region, country, vat_id, tax_id, registration,
       electronic_address, electronic_scheme, contact_name, contact_email, contact_phone, account_holder, iban, bic, price_mode, tax_point,
       takes_tax_out, payment_days, lead_days, language, created_at)
     VALUES ($id::uuid, $organizationId::uuid, $legalName, $street, $extraLine, $city, $postCode, $region, $country, $vatId, $taxId, $registration,
       $electronicAddress, $electronicScheme, $contactName, $contactEmail, $contactPhone, $accountHolder, $iban, $bic, $priceMode::price_mode,
       $taxPoint::tax_point, $takesTaxOut, $paymentDays, $leadDays, $language, $now::timestamptz)`,
    { ...seller, id, organizationId: ctx.organizationId, now: timestamp(ctx.clock.now()) },
  );
}

export async function rewriteSeller(tx: Sql, ctx: Context, whole: SellerView): Promise<void> {
  const {
    lockedUntil: _locked,
    hasLogo: _logo,
    isArchived: _archived,
    series: _series,
    locations: _locations,
    lacks: _lacks,
    ...seller
  } = whole;
  await tx.query(
    `UPDATE sellers SET legal_name = $legalName, street = $street, extra_line = $extraLine, city = $city, post_code = $postCode, region = $region,
       country = $country, vat_id = $vatId, tax_id = $taxId, registration = $registration, electronic_address = $electronicAddress,
       electronic_scheme = $electronicScheme, contact_name = $contactName, contact_email = $contactEmail, contact_phone = $contactPhone,
       account_holder = $accountHolder, iban = $iban, bic = $bic, price_mode = $priceMode::price_mode, tax_point = $taxPoint::tax_point,
       takes_tax_out = $takesTaxOut, payment_days = $paymentDays, lead_days = $leadDays, language = $language
     WHERE organization_id = $organizationId::uuid AND id = $id::uuid`,
    { ...seller, organizationId: ctx.organizationId },
  );
}
