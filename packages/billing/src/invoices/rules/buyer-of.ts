import type { BuyerParty } from "../schema.ts";
import type { Draft } from "./draft.ts";

/** The account of a draft as its document names it. */
export function buyerOf({ account, seller }: Pick<Draft, "account" | "seller">): BuyerParty {
  const { street, extraLine, city, postCode, region, country, vatId, taxId, electronicAddress, electronicScheme } =
    account;
  const { buyerReference, orderReference, taxTreatment } = account;
  return {
    name: account.legalName ?? account.name,
    street,
    extraLine,
    city,
    postCode,
    region,
    country,
    vatId,
    taxId,
    electronicAddress,
    electronicScheme,
    buyerReference,
    orderReference,
    taxTreatment,
    tookTaxOut: taxTreatment !== "domestic" && seller.takesTaxOut,
  };
}
