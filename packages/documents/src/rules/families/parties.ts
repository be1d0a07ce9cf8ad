import { COUNTRIES } from "../../codes/parties.ts";
import type { EInvoice } from "../../model/invoice.ts";
import { type Broken, isMissing, once, present, type Rules } from "../rule.ts";

/** Who sells, buys, is paid and stands in for the seller before the tax office. */
export const PARTY_RULES = {
  "BR-06": { term: "BT-27", field: "seller.name", broken: once(({ seller }) => isMissing(seller.name)) },
  "BR-07": { term: "BT-44", field: "buyer.name", broken: once(({ buyer }) => isMissing(buyer.name)) },
  "BR-08": { term: "BG-5", field: "seller.address", broken: once(({ seller }) => seller.address == null) },
  "BR-09": {
    term: "BT-40",
    field: "seller.address.country",
    broken: once(({ seller }) => seller.address != null && isMissing(seller.address.country)),
  },
  "BR-10": { term: "BG-8", field: "buyer.address", broken: once(({ buyer }) => buyer.address == null) },
  "BR-11": {
    term: "BT-55",
    field: "buyer.address.country",
    broken: once(({ buyer }) => buyer.address != null && isMissing(buyer.address.country)),
  },
  "BR-17": { term: "BT-59", field: "payee", broken: once(isPayeeUnclear) },
  "BR-18": {
    term: "BT-62",
    field: "taxRepresentative.name",
    broken: once(({ taxRepresentative: one }) => one != null && isMissing(one.name)),
  },
  "BR-19": {
    term: "BG-12",
    field: "taxRepresentative.address",
    broken: once(({ taxRepresentative: one }) => one != null && one.address == null),
  },
  "BR-20": {
    term: "BT-69",
    field: "taxRepresentative.address.country",
    broken: once(({ taxRepresentative: one }) => one?.address != null && isMissing(one.address.country)),
  },
  "BR-56": {
    term: "BT-63",
    field: "taxRepresentative.vatId",
    broken: once(({ taxRepresentative: one }) => one != null && isMissing(one.vatId)),
  },
  "BR-57": {
    term: "BT-80",
    field: "delivery.address.country",
    broken: once(({ delivery }) => delivery?.address != null && isMissing(delivery.address.country)),
  },
  "BR-62": {
    term: "BT-34",
    field: "seller.electronicAddress",
    broken: once(({ seller }) => present(seller.electronicAddress).some(({ scheme }) => isMissing(scheme))),
  },
  "BR-63": {
    term: "BT-49",
    field: "buyer.electronicAddress",
    broken: once(({ buyer }) => present(buyer.electronicAddress).some(({ scheme }) => isMissing(scheme))),
  },
  "BR-CO-09": { term: "BT-31", field: "seller.vatId", broken: vatIdsWithoutCountry },
  "BR-CO-26": {
    term: "BT-31",
    field: "seller.vatId",
    broken: once(({ seller }) => isMissing(seller.vatId) && seller.ids.length === 0 && seller.registration == null),
  },
  /** The standard knows one identifier of a buyer (BT-46 is 0..1); who says so is the rule of the syntax. */
  "UBL-SR-16": { term: "BT-46", field: "buyer.ids", broken: once(({ buyer }) => buyer.ids.length > 1) },
} satisfies Rules<string>;

/** A payee is somebody else than the seller, and has a name. */
function isPayeeUnclear({ payee, seller }: EInvoice): boolean {
  if (payee == null) return false;
  const isSeller = payee.name === seller.name || seller.ids.some(({ id }) => id === payee.id?.id);
  return isMissing(payee.name) || isSeller;
}

/** A VAT id begins with its country; Greece's with EL. */
function vatIdsWithoutCountry({ seller, buyer, taxRepresentative }: EInvoice): readonly Broken[] {
  const ids: readonly (Broken & { readonly value: string })[] = [
    { value: seller.vatId ?? "" },
    { value: buyer.vatId ?? "", term: "BT-48", field: "buyer.vatId" },
    { value: taxRepresentative?.vatId ?? "", term: "BT-63", field: "taxRepresentative.vatId" },
  ];
  return ids.filter(({ value }) => value !== "" && !startsWithCountry(value));
}

const startsWithCountry = (id: string): boolean => id.startsWith("EL") || COUNTRIES.has(id.slice(0, 2));
