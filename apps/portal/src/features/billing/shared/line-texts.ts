import { formatList, numberFormat, plural, type TaxCategory, type WordsLike } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";
import { catalog } from "../../../lib/texts/catalog.ts";

const number = numberFormat(locale);

const en = {
  /** A plan, a desk or an item whose name nobody wrote. */
  unnamed: { plan_fee: "Membership", letting_fee: "Desk", item_fee: "Item" },
  seats: (n: number, each: string) =>
    plural("en", n, { one: `1 seat at ${each}`, other: `${number.format(n)} seats at ${each}` }),
  times: (n: number, each: string) => `${number.format(n)} × ${each}`,
  /** "14 of 30 days of $690.00": what a part of a period is a part of. */
  partOf: (days: number, whole: number, price: string) => `${days} of ${whole} days of ${price}`,
  off: (what: string) => `${what} off`,
  free: (price: string) => `free instead of ${price}`,
  setupFee: (name: string) => (name ? `Setting up ${name}` : "Setting up"),
  deposit: (name: string) => (name ? `Deposit for ${name}` : "Deposit"),
  depositNote: "Comes back when it ends.",
  returned: (name: string) => (name ? `${name}, given back` : "Given back"),
  returnedDays: (days: number, whole: number) => `${days} of ${whole} days`,
  ofInvoice: (invoice: string) => `from invoice ${invoice}`,
  lowered: (name: string) => (name ? `${name}, charged less` : "Charged less"),
  kept: (name: string) => `${name}, kept of what was booked before`,
  cancelling: (name: string) => `Cancelling ${name}`,
  print: (colour: "mono" | "colour", size: string) =>
    colour === "colour" ? `Printing in colour, ${size}` : `Printing in black and white, ${size}`,
  sides: (n: number, isDuplex: boolean) =>
    `${plural("en", n, { one: "1 page", other: `${number.format(n)} pages` })}${isDuplex ? ", both sides" : ""}`,
  pack: (name: string) => `Pack “${name}”`,
  days: (n: number) => plural("en", n, { one: "1 day", other: `${number.format(n)} days` }),
  seatsOnly: (n: number) => plural("en", n, { one: "1 seat", other: `${number.format(n)} seats` }),
  /** As the place calls it, "Sales tax 6%"; in a place that has no word for it, "Tax 6%". */
  tax: (name: string | null, percent: string) => `${name ?? "Tax"} ${percent}`,
  taxOn: (amount: string) => `on ${amount}`,
  /** Of prices that have it in them. */
  taxIn: (tax: string) => `${tax}, included`,
  untaxed: {
    S: "No tax",
    Z: "Tax 0%",
    E: "Exempt from tax",
    AE: "No tax: you owe it yourself (reverse charge)",
    K: "No tax: supply within the EU",
    G: "No tax: export",
    O: "Outside of tax",
    L: "No tax",
    M: "No tax",
  } satisfies Record<TaxCategory, string>,
  rounding: "Rounding",
  notes: (parts: readonly string[]) => formatList("en", parts, "unit"),
  products: {
    plan_fee: "Membership",
    letting_fee: "Desks and offices",
    setup_fee: "Setting up",
    deposit: "Deposits",
    item: "Extras",
    room_time: "Rooms",
    desk_time: "Desks by the day",
    equipment_time: "Equipment",
    copier_pages: "Copier",
    credit_pack: "Packs",
    cancellation_fee: "Cancellations",
    other: "Other",
  },
};

/** The words of the lines of invoices. */
export type LineTexts = WordsLike<typeof en>;
export const lineTexts = catalog<LineTexts>({ en, de: () => import("./line-texts.de.ts") });
