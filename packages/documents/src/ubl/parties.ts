import type { Identifier } from "../model/decimal-text.ts";
import type { Address, Buyer, Contact, Payee, Seller, TaxRepresentative } from "../model/party.ts";
import {
  at,
  attribute,
  type Codec,
  content,
  many,
  marked,
  maybe,
  optional,
  optionalText,
  text,
  unmarked,
  within,
} from "../xml/codec.ts";
import { type Fields, group } from "../xml/group.ts";

/** An identifier and the list that it is from, as an attribute. */
export const identifier: Codec<Identifier> = group<Identifier>({
  id: content,
  scheme: optional(attribute("schemeID")),
});

export const address: Codec<Address> = group<Address>({
  street: optionalText("cbc:StreetName"),
  extraLine: optionalText("cbc:AdditionalStreetName"),
  city: optionalText("cbc:CityName"),
  postCode: optionalText("cbc:PostalZone"),
  region: optionalText("cbc:CountrySubentity"),
  thirdLine: at("cac:AddressLine", optionalText("cbc:Line")),
  country: at("cac:Country", text("cbc:IdentificationCode")),
});

const contact: Codec<Contact> = group<Contact>({
  name: optionalText("cbc:Name"),
  phone: optionalText("cbc:Telephone"),
  email: optionalText("cbc:ElectronicMail"),
});

const vatScheme = at("cac:TaxScheme", text("cbc:ID"));
const VAT = marked(vatScheme, "VAT");

/** Under what the tax office knows the seller beside the VAT id. UBL wants a name for it; readers take any but VAT. */
const OTHER_TAX = unmarked([VAT], marked(vatScheme, "TAX").put);

/** BT-90 stands among the identifiers of who is paid: `payment.ts` reads and writes it. */
export const SEPA = marked(at("cbc:ID", attribute("schemeID")), "SEPA");

const ids: Codec<readonly Identifier[]> = many("cac:PartyIdentification", at("cbc:ID", identifier), unmarked([SEPA]));
const registration = at("cac:PartyLegalEntity", maybe("cbc:CompanyID", identifier));
const vatId = maybe("cac:PartyTaxScheme", text("cbc:CompanyID"), VAT);
const partyName = at("cac:PartyName", text("cbc:Name"));

const party: Fields<Buyer> = {
  electronicAddress: maybe("cbc:EndpointID", identifier),
  ids,
  tradingName: optional(partyName),
  address: maybe("cac:PostalAddress", address),
  vatId,
  name: at("cac:PartyLegalEntity", text("cbc:RegistrationName")),
  registration,
  contact: maybe("cac:Contact", contact),
};

export const buyer: Codec<Buyer> = within(["cac:AccountingCustomerParty", "cac:Party"], group<Buyer>(party));

export const seller: Codec<Seller> = within(
  ["cac:AccountingSupplierParty", "cac:Party"],
  group<Seller>({
    ...party,
    taxRegistration: maybe("cac:PartyTaxScheme", text("cbc:CompanyID"), OTHER_TAX),
    legalInformation: at("cac:PartyLegalEntity", optionalText("cbc:CompanyLegalForm")),
  }),
);

export const payee: Codec<Payee | null> = maybe(
  "cac:PayeeParty",
  group<Payee>({
    id: maybe("cac:PartyIdentification", at("cbc:ID", identifier), unmarked([SEPA])),
    name: partyName,
    registration,
  }),
);

export const taxRepresentative: Codec<TaxRepresentative | null> = maybe(
  "cac:TaxRepresentativeParty",
  group<TaxRepresentative>({
    name: partyName,
    address: maybe("cac:PostalAddress", address),
    vatId: optionalAsText(vatId),
  }),
);

/** "" for what is missing. */
function optionalAsText(inner: Codec<string | null>): Codec<string> {
  return { read: (from, wire) => inner.read(from, wire) ?? "", write: inner.write };
}
