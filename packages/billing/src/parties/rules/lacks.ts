import type { PartyFields } from "../schema.ts";
import { hasPostCodes } from "./countries.ts";

/** How a buyer is taxed: as in the seller's country, or not, and why. */
export const TAX_TREATMENTS = ["domestic", "reverse_charge", "intra_community", "exempt", "export"] as const;
export type TaxTreatment = (typeof TAX_TREATMENTS)[number];

/** What a lawful invoice may miss of its two parties: who, and which field of theirs. */
type LackField =
  | "street"
  | "city"
  | "postCode"
  | "country"
  | "vatId"
  | "taxId"
  | "electronicAddress"
  | "contact"
  | "iban"
  | "exemptionReason"
  | "buyerReference";

export interface Lack {
  party: "seller" | "buyer";
  field: LackField;
  /**
   * `missing`: nothing is said. `needed_for_treatment`: the way in which the buyer is taxed asks for it. `not_valid`: the last check of the
   * VAT id said no.
   */
  code: "missing" | "needed_for_treatment" | "not_valid";
  /** Whether every invoice needs it, or just an e-invoice. */
  severity: "invoice" | "e_invoice";
}

type SellerFacts = PartyFields & {
  iban: string | null;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
};

/**
 * What invoices of a seller lack. Of every invoice: the full address and a number of the tax office (Directive 2006/112/EC, article 226;
 * EN 16931, BR-08, BR-09, BR-CO-26). Of an e-invoice: where to pay (BR-50), an electronic address (Peppol R020) and a contact (BR-DE-2).
 */
export function sellerLacks(seller: SellerFacts): Lack[] {
  const ids: Lack[] =
    seller.vatId === null && seller.taxId === null
      ? [{ party: "seller", field: "taxId", code: "missing", severity: "invoice" }]
      : [];
  const hasContact = [seller.contactName, seller.contactEmail, seller.contactPhone].every((text) => text !== null);
  return [
    ...addressLacks("seller", seller),
    ...ids,
    ...missing("seller", "iban", seller.iban, "e_invoice"),
    ...missing("seller", "electronicAddress", seller.electronicAddress, "e_invoice"),
    ...missing("seller", "contact", hasContact ? "" : null, "e_invoice"),
  ];
}

type BuyerFacts = PartyFields & {
  taxTreatment: TaxTreatment;
  exemptionReason: string | null;
  exemptionCode: string | null;
  buyerReference: string | null;
  /** A firm gets e-invoices; a person without a VAT id does not. */
  isFirm: boolean;
  /** What the last check of the present VAT id said; null: there was none. */
  vatCheck: "valid" | "invalid" | "unavailable" | null;
};

/**
 * What invoices of a seller to an account lack: the full address of the buyer (article 226 again; BR-10, BR-11), both VAT ids where the
 * buyer owes the tax or gets it within the Union (BR-AE-2, BR-IC-2), a reason where none is taken (BR-E-10). Of an e-invoice: the buyer's electronic
 * address (Peppol R010) and a reference (Peppol R003, BR-DE-15).
 */
export function accountLacks(seller: Pick<PartyFields, "vatId">, buyer: BuyerFacts): Lack[] {
  const eInvoice = buyer.isFirm
    ? [
        ...missing("buyer", "electronicAddress", buyer.electronicAddress, "e_invoice"),
        ...missing("buyer", "buyerReference", buyer.buyerReference, "e_invoice"),
      ]
    : [];
  return [...addressLacks("buyer", buyer), ...treatmentLacks(seller, buyer), ...vatCheckLacks(buyer), ...eInvoice];
}

function treatmentLacks({ vatId }: Pick<PartyFields, "vatId">, buyer: BuyerFacts): Lack[] {
  const needed = (party: Lack["party"], field: LackField): Lack[] => [
    { party, field, code: "needed_for_treatment", severity: "invoice" },
  ];
  switch (buyer.taxTreatment) {
    case "reverse_charge":
    case "intra_community":
      return [
        ...(buyer.vatId === null ? needed("buyer", "vatId") : []),
        ...(vatId === null ? needed("seller", "vatId") : []),
      ];
    case "exempt":
      return buyer.exemptionReason === null && buyer.exemptionCode === null ? needed("buyer", "exemptionReason") : [];
    case "domestic":
    case "export":
      return [];
  }
}

function vatCheckLacks({ vatId, vatCheck, taxTreatment }: BuyerFacts): Lack[] {
  const matters = taxTreatment === "reverse_charge" || taxTreatment === "intra_community";
  return vatId !== null && matters && vatCheck === "invalid"
    ? [{ party: "buyer", field: "vatId", code: "not_valid", severity: "invoice" }]
    : [];
}

function addressLacks(party: Lack["party"], { street, city, postCode, country }: PartyFields): Lack[] {
  const needsPostCode = country === null || hasPostCodes(country);
  return [
    ...missing(party, "street", street, "invoice"),
    ...missing(party, "city", city, "invoice"),
    ...(needsPostCode ? missing(party, "postCode", postCode, "invoice") : []),
    ...missing(party, "country", country, "invoice"),
  ];
}

function missing(party: Lack["party"], field: LackField, value: string | null, severity: Lack["severity"]): Lack[] {
  return value === null ? [{ party, field, code: "missing", severity }] : [];
}
