/** Where what a rule speaks of is entered, so that a screen can lead there. A closed list: a screen that forgets one does not compile. */
export type Field =
  | `document.${"specification" | "process" | "number" | "issueDate" | "typeCode" | "currency" | "taxCurrency"}`
  | `document.${"taxPoint" | "dueDate" | "notes" | "period" | "precedingInvoice" | "attachments" | "invoicedObject"}`
  | `document.${"lines" | "allowances" | "charges" | "totals" | "rounding" | "paid" | "vat"}`
  | PartyField<"seller">
  | `seller.${"taxRegistration"}`
  | PartyField<"buyer">
  | "buyer.reference"
  | "payee"
  | `taxRepresentative.${"name" | "vatId" | "address" | "address.country"}`
  | `delivery.${"date" | "location" | "address.country" | "address.city" | "address.postCode"}`
  | `payment.${"means" | "terms" | "iban" | "card" | "mandate" | "creditorId" | "debitedAccount"}`
  | `line.${"id" | "name" | "quantity" | "unit" | "amount" | "price" | "tax" | "period" | "allowances" | "charges"}`
  | `line.${"invoicedObject" | "standardId" | "classification" | "attributes" | "originCountry"}`;

type PartyField<P extends "seller" | "buyer"> =
  | `${P}.${"name" | "ids" | "registration" | "vatId" | "electronicAddress" | "address"}`
  | `${P}.address.${"country" | "city" | "postCode"}`
  | `${P}.${"contact" | "contact.name" | "contact.phone" | "contact.email"}`;
