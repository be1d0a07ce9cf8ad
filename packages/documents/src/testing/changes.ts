import type { Delivery, EInvoice, Totals } from "../model/invoice.ts";
import type { Item, InvoiceLine, Price } from "../model/line.ts";
import type { Address, Contact, Party, Seller } from "../model/party.ts";
import type { PaymentInstructions } from "../model/payment.ts";
import type { DocumentAllowance, LineAllowance, VatBreakdown } from "../model/tax.ts";

/** One change of an invoice. */
export type Change = (invoice: EInvoice) => EInvoice;

const first = <T>(list: readonly T[], change: (one: T) => T): readonly T[] =>
  list.map((one, index) => (index === 0 ? change(one) : one));

export const document =
  (change: Partial<EInvoice>): Change =>
  (invoice) => ({ ...invoice, ...change });
export const totals =
  (change: Partial<Totals>): Change =>
  (invoice) => ({
    ...invoice,
    totals: { ...invoice.totals, ...change },
  });
export const seller =
  (change: Partial<Seller>): Change =>
  (invoice) => ({
    ...invoice,
    seller: { ...invoice.seller, ...change },
  });
export const buyer =
  (change: Partial<Party>): Change =>
  (invoice) => ({
    ...invoice,
    buyer: { ...invoice.buyer, ...change },
  });
export const delivery =
  (change: Partial<Delivery>): Change =>
  (invoice) => ({
    ...invoice,
    delivery: { ...invoice.delivery, ...change },
  });
const addressed = (address: Address | null | undefined, change: Partial<Address>): Address => ({
  country: "DE",
  ...address,
  ...change,
});
export const sellerAddress =
  (change: Partial<Address>): Change =>
  (invoice) =>
    seller({ address: addressed(invoice.seller.address, change) })(invoice);
export const buyerAddress =
  (change: Partial<Address>): Change =>
  (invoice) =>
    buyer({ address: addressed(invoice.buyer.address, change) })(invoice);
export const deliveryAddress =
  (change: Partial<Address>): Change =>
  (invoice) =>
    delivery({ address: addressed(invoice.delivery?.address, change) })(invoice);
export const sellerContact =
  (change: Partial<Contact>): Change =>
  (invoice) =>
    seller({ contact: { ...invoice.seller.contact, ...change } })(invoice);
export const payment =
  (change: Partial<PaymentInstructions>): Change =>
  (invoice) => ({
    ...invoice,
    payment: { meansCode: "", transfers: [], ...invoice.payment, ...change },
  });
export const vat =
  (change: Partial<VatBreakdown>): Change =>
  (invoice) => ({
    ...invoice,
    vat: first(invoice.vat, (one) => ({ ...one, ...change })),
  });
export const allowance =
  (change: Partial<DocumentAllowance>): Change =>
  (invoice) => ({
    ...invoice,
    allowances: first(invoice.allowances, (one) => ({ ...one, ...change })),
  });
export const charge =
  (change: Partial<DocumentAllowance>): Change =>
  (invoice) => ({
    ...invoice,
    charges: first(invoice.charges, (one) => ({ ...one, ...change })),
  });
export const line =
  (change: Partial<InvoiceLine>): Change =>
  (invoice) => ({
    ...invoice,
    lines: first(invoice.lines, (one) => ({ ...one, ...change })),
  });
const ofLine =
  (change: (one: InvoiceLine) => Partial<InvoiceLine>): Change =>
  (invoice) => ({
    ...invoice,
    lines: first(invoice.lines, (one) => ({ ...one, ...change(one) })),
  });
export const item = (change: Partial<Item>): Change => ofLine((one) => ({ item: { ...one.item, ...change } }));
export const price = (change: Partial<Price>): Change => ofLine((one) => ({ price: { ...one.price, ...change } }));
export const lineAllowance = (change: Partial<LineAllowance>): Change =>
  ofLine((one) => ({ allowances: first(one.allowances, (of) => ({ ...of, ...change })) }));
export const lineCharge = (change: Partial<LineAllowance>): Change =>
  ofLine((one) => ({ charges: first(one.charges, (of) => ({ ...of, ...change })) }));
