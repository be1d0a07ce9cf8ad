import type { LocalDate, PriceMode, Tax } from "@working-social/kernel";
import { taxOnTop } from "@working-social/kernel";
import { withoutDomesticTax } from "../../rules/index.ts";
import type { ReasonedTax, TaxClass } from "../../products/schema.ts";
import type { AccountRow } from "../queries/account-facts.ts";
import type { DraftPlace, DraftSeller, DraftWorld } from "./draft.ts";
import { CannotDraft } from "./draft.ts";

/** A price by another mode: tax is added to what is net, and taken out of what is gross. */
export function inMode(priceMinor: number, from: PriceMode, to: PriceMode, { basisPoints }: Tax): number {
  if (from === to) return priceMinor;
  return from === "gross"
    ? withoutDomesticTax(priceMinor, basisPoints)
    : priceMinor + taxOnTop(priceMinor, basisPoints);
}

/** How a price becomes what this buyer is billed: the tax, and the price in the seller's mode. */
export interface BuyerPrice {
  readonly tax: ReasonedTax;
  price(agreedMinor: number, agreedMode: PriceMode): number;
}

/**
 * Who owes the domestic tax pays by the seller's mode. Who owes none pays a gross catalogue price less the domestic rate, unless the
 * seller chose otherwise; a net one as it is.
 */
export function buyerPrice(
  world: DraftWorld,
  account: AccountRow,
  seller: DraftSeller,
  domestic: ReasonedTax,
): BuyerPrice {
  const tax = world.taxFor(account, domestic);
  const owesDomestic = tax.category === domestic.category && tax.basisPoints === domestic.basisPoints;
  return {
    tax,
    price: (agreedMinor, agreedMode) => {
      if (owesDomestic) return inMode(agreedMinor, agreedMode, seller.priceMode, domestic);
      return agreedMode === "gross" && seller.takesTaxOut
        ? withoutDomesticTax(agreedMinor, domestic.basisPoints)
        : agreedMinor;
    },
  };
}

/** Throws CannotDraft: nobody sells there on that day. */
export function requireSeller(world: DraftWorld, place: DraftPlace, day: LocalDate): DraftSeller {
  const sellerId = place.sellerOn(day);
  if (sellerId === null) throw new CannotDraft({ code: "no_seller", locationId: place.locationId });
  return world.seller(sellerId);
}

/** The domestic tax of a class, on the day that the seller decides by. Throws CannotDraft: no rate is known. */
export function domesticTax(
  world: DraftWorld,
  place: DraftPlace,
  seller: DraftSeller,
  { taxClass, serviceFrom }: { readonly taxClass: TaxClass; readonly serviceFrom: LocalDate },
): ReasonedTax {
  const day = seller.taxPoint === "invoice_date" ? world.issueDate : serviceFrom;
  const tax = place.taxOn(taxClass, day);
  if (tax === null) throw new CannotDraft({ code: "no_tax_rate", locationId: place.locationId, taxClass });
  return tax;
}
