import { lineItem } from "@working-social/charges";
import type { AccountFacts, ItemRow, UsageRow } from "../queries/account-facts.ts";
import type { InvoiceLineItem } from "../schema.ts";
import type { DraftLine, DraftPlace, DraftWorld } from "./draft.ts";
import { NO_CAUSE } from "./draft.ts";
import { buyerPrice, domesticTax, requireSeller } from "./prices.ts";

/**
 * Usage in arrears: what is open of charges whose last day is over where they were used, and what was taken off after an invoice
 * had them. What comes after that day is on the next one.
 */
export function usageLines(world: DraftWorld, facts: AccountFacts): DraftLine[] {
  return facts.usage.flatMap((row) => {
    const place = placeOf(world, facts, row);
    return place !== null && row.serviceUntil <= place.today ? [usageLine(world, facts, row, place)] : [];
  });
}

/** Sold in no one place, as a pack that is good everywhere: where the account's contract is. */
function placeOf(world: DraftWorld, { contracts }: AccountFacts, { locationId }: UsageRow): DraftPlace | null {
  const id = locationId ?? contracts.at(-1)?.locationId ?? world.anyPlace();
  return id === null ? null : world.place(id);
}

function usageLine(world: DraftWorld, { account }: AccountFacts, row: UsageRow, place: DraftPlace): DraftLine {
  const seller = row.sellerId === null ? requireSeller(world, place, row.serviceFrom) : world.seller(row.sellerId);
  const domestic = {
    category: row.taxCategory,
    basisPoints: row.taxBasisPoints,
    exemptionReason: null,
    exemptionCode: null,
  };
  const { tax } = buyerPrice(world, account, seller, domestic);
  const owesDomestic = tax.category === domestic.category && tax.basisPoints === domestic.basisPoints;
  const isGross = owesDomestic ? seller.priceMode === "gross" : !seller.takesTaxOut;
  const product = world.productOf(row.productKind);
  const isLowered = row.adjustmentId !== null;
  return {
    ...NO_CAUSE,
    chargeLineId: isLowered ? null : row.chargeLineId,
    adjustmentId: row.adjustmentId,
    sellerId: seller.sellerId,
    currency: row.currency,
    productId: product.id,
    productKind: product.kind,
    item: isLowered ? loweredItem(row) : lineItem(row.code as Parameters<typeof lineItem>[0], row.data),
    quantity: isLowered ? 1 : row.quantity,
    unitCode: isLowered ? "C62" : row.unitCode,
    amountMinor: isGross ? row.grossMinor : row.netMinor,
    tax,
    serviceFrom: row.serviceFrom,
    serviceUntil: row.serviceUntil,
    locationId: row.locationId,
  };
}

function loweredItem(row: UsageRow): InvoiceLineItem {
  const item = lineItem(row.code as Parameters<typeof lineItem>[0], row.data);
  const name = "resourceName" in item.data ? item.data.resourceName : "packName" in item.data ? item.data.packName : "";
  return { code: "usage_lowered", data: { name, number: row.invoiceNumber ?? "" } };
}

/** What a manager sold by hand, from its first day on. */
export function itemLines(world: DraftWorld, { account, items }: AccountFacts): DraftLine[] {
  return items.flatMap((item) => {
    const place = world.place(item.locationId);
    return item.serviceFrom <= place.today ? [itemLine(world, account, item, place)] : [];
  });
}

function itemLine(world: DraftWorld, account: AccountFacts["account"], item: ItemRow, place: DraftPlace): DraftLine {
  const product = world.product(item.productId);
  const seller = requireSeller(world, place, item.serviceFrom);
  const domestic = domesticTax(world, place, seller, { taxClass: product.taxClass, serviceFrom: item.serviceFrom });
  const { tax, price } = buyerPrice(world, account, seller, domestic);
  return {
    ...NO_CAUSE,
    itemId: item.id,
    sellerId: seller.sellerId,
    currency: item.currency,
    productId: product.id,
    productKind: product.kind,
    item: { code: "item", data: { description: item.description } },
    quantity: item.quantity,
    unitCode: "C62",
    amountMinor: price(item.unitPriceMinor * item.quantity, item.priceMode),
    tax,
    serviceFrom: item.serviceFrom,
    serviceUntil: item.serviceUntil,
    locationId: item.locationId,
  };
}
