import type { Address, Buyer, Contact, Identifier, Seller } from "@working-social/documents";
import type { BuyerParty, Party, SellerParty } from "../../invoices/schema.ts";

/** BG-4. */
export function eInvoiceSeller(seller: SellerParty, isOutside: boolean): Seller {
  return {
    name: seller.name,
    ids: [],
    registration: seller.registration === null ? null : { id: seller.registration },
    vatId: isOutside ? null : seller.vatId,
    taxRegistration: seller.taxId,
    electronicAddress: electronicAddressOf(seller),
    address: addressOf(seller),
    contact: contactOf(seller),
  };
}

/** BG-7. */
export function eInvoiceBuyer(buyer: BuyerParty, isOutside: boolean): Buyer {
  return {
    name: buyer.name,
    ids: [],
    vatId: isOutside ? null : buyer.vatId,
    electronicAddress: electronicAddressOf(buyer),
    address: addressOf(buyer),
  };
}

/** Null where nothing of it is known. */
export function addressOf({ street, extraLine, city, postCode, region, country }: Party): Address | null {
  const lines = { street, extraLine, city, postCode, region };
  if (country === null && Object.values(lines).every((line) => line === null)) return null;
  return { ...lines, country: country ?? "" };
}

function electronicAddressOf({ electronicAddress: id, electronicScheme: scheme }: Party): Identifier | null {
  return id === null ? null : { id, scheme };
}

function contactOf({ contactName: name, contactPhone: phone, contactEmail: email }: SellerParty): Contact | null {
  return name === null && phone === null && email === null ? null : { name, phone, email };
}
