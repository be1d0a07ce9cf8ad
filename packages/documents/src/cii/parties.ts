import type { Identifier } from "../model/decimal-text.ts";
import type { Address, Buyer, Contact, Payee, Seller, TaxRepresentative } from "../model/party.ts";
import { at, attribute, type Codec, content, many, marked, maybe, optional, optionalText, text } from "../xml/codec.ts";
import { type Fields, group } from "../xml/group.ts";

export const identifier: Codec<Identifier> = group<Identifier>({
  id: content,
  scheme: optional(attribute("schemeID")),
});

export const address: Codec<Address> = group<Address>({
  postCode: optionalText("ram:PostcodeCode"),
  street: optionalText("ram:LineOne"),
  extraLine: optionalText("ram:LineTwo"),
  thirdLine: optionalText("ram:LineThree"),
  city: optionalText("ram:CityName"),
  country: text("ram:CountryID"),
  region: optionalText("ram:CountrySubDivisionName"),
});
const postalAddress = maybe("ram:PostalTradeAddress", address);

const contact: Codec<Contact> = group<Contact>({
  name: personOrDepartment(),
  phone: at("ram:TelephoneUniversalCommunication", optionalText("ram:CompleteNumber")),
  email: at("ram:EmailURIUniversalCommunication", optionalText("ram:URIID")),
});

/** BT-41 is who or where: CII has an element for each, and an invoice may name the department alone. */
function personOrDepartment(): Codec<string | null> {
  const person = optionalText("ram:PersonName");
  const department = optionalText("ram:DepartmentName");
  return { read: (from, wire) => person.read(from, wire) ?? department.read(from, wire), write: person.write };
}

/** Identifiers without a list stand in ID, those of one in GlobalID, in this order. */
const ids: Codec<readonly Identifier[]> = {
  read: (from, wire) => [...plainIds.read(from, wire), ...globalIds.read(from, wire)],
  write: (to, value, wire) => {
    plainIds.write(
      to,
      value.filter(({ scheme }) => scheme == null),
      wire,
    );
    globalIds.write(
      to,
      value.filter(({ scheme }) => scheme != null),
      wire,
    );
  },
};
const plainIds = many("ram:ID", identifier);
const globalIds = many("ram:GlobalID", identifier);

export const oneId: Codec<Identifier | null> = {
  read: (from, wire) => ids.read(from, wire)[0] ?? null,
  write: (to, value, wire) => ids.write(to, value === null ? [] : [value], wire),
};

const taxNumber = (scheme: "VA" | "FC"): Codec<string | null> =>
  maybe("ram:SpecifiedTaxRegistration", text("ram:ID"), marked(at("ram:ID", attribute("schemeID")), scheme));

const ofRegister = <T>(inner: Codec<T>): Codec<T> => at("ram:SpecifiedLegalOrganization", inner);
const registration = ofRegister(maybe("ram:ID", identifier));

const party: Fields<Buyer> = {
  ids,
  name: text("ram:Name"),
  registration,
  tradingName: ofRegister(optionalText("ram:TradingBusinessName")),
  contact: maybe("ram:DefinedTradeContact", contact),
  address: postalAddress,
  electronicAddress: at("ram:URIUniversalCommunication", maybe("ram:URIID", identifier)),
  vatId: taxNumber("VA"),
};

export const buyer: Codec<Buyer> = at("ram:BuyerTradeParty", group<Buyer>(party));

export const seller: Codec<Seller> = at(
  "ram:SellerTradeParty",
  group<Seller>({ ...party, taxRegistration: taxNumber("FC"), legalInformation: optionalText("ram:Description") }),
);

export const payee: Codec<Payee | null> = maybe(
  "ram:PayeeTradeParty",
  group<Payee>({ id: oneId, name: text("ram:Name"), registration }),
);

const vatNumber: Codec<string> = {
  read: (from, wire) => taxNumber("VA").read(from, wire) ?? "",
  write: taxNumber("VA").write,
};

export const taxRepresentative: Codec<TaxRepresentative | null> = maybe(
  "ram:SellerTaxRepresentativeTradeParty",
  group<TaxRepresentative>({ name: text("ram:Name"), address: postalAddress, vatId: vatNumber }),
);
