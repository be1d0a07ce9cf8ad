import type { Language, LocalDate, PriceMode } from "@working-social/kernel";

/**
 * An invoice as it stands on paper: plain data, already worded where it is content, in the reader's language. What is fixed
 * (labels, formats of dates and money) is added when it is drawn. Amounts are in the smallest unit of `currency`.
 */
export interface InvoiceSheet {
  readonly language: Language;
  /** How dates and amounts are written: ISO 3166 ("PT"); null is the language's usual region. */
  readonly region: string | null;
  readonly kind: "invoice" | "creditNote" | "draft";
  /** Null for a draft, which has none yet. */
  readonly number: string | null;
  readonly currency: string;
  /** What the prices of the lines say. */
  readonly prices: PriceMode;
  readonly seller: SheetSeller;
  readonly buyer: SheetBuyer;
  readonly dates: SheetDates;
  /** The invoice that a credit note corrects (EN 16931, BG-3). */
  readonly preceding: { readonly number: string; readonly issued: LocalDate } | null;
  readonly groups: readonly SheetGroup[];
  readonly taxes: readonly SheetTax[];
  readonly totals: SheetTotals;
  readonly payment: SheetPayment;
  readonly notes: readonly string[];
  /** Where the buyer sees this invoice online. */
  readonly link: string | null;
}

interface SheetSeller {
  /** As people call it: "Quayside Works". */
  readonly name: string;
  /** Below it: "Rope Walk, Lisbon". */
  readonly place: string | null;
  readonly legalName: string;
  /** Street, post code and city, country: one a line. */
  readonly address: readonly string[];
  /** "VAT id PT514807326", "Commercial register Lisboa 514807326": one a line. */
  readonly ids: readonly string[];
  /** Whom to ask: an address, a telephone number. */
  readonly contact: string | null;
  readonly logo: SheetLogo | null;
}

/** A picture without a `logoProblem`, or shapes: SVG path data, each with its colour, in a field of width × height. */
export type SheetLogo =
  | { readonly kind: "image"; readonly bytes: Uint8Array }
  | { readonly kind: "shapes"; readonly width: number; readonly height: number; readonly shapes: readonly LogoShape[] };

interface LogoShape {
  readonly path: string;
  /** "#1f6b4f". */
  readonly color: string;
}

interface SheetBuyer {
  readonly name: string;
  readonly address: readonly string[];
  readonly vatId: string | null;
  /** What the buyer wants to find on it (BT-10), and their order (BT-13). */
  readonly reference: string | null;
  readonly order: string | null;
  readonly contract: string | null;
}

interface SheetDates {
  readonly issued: LocalDate;
  /** Null where it is the day of issue. */
  readonly taxPoint: LocalDate | null;
  readonly due: LocalDate | null;
  /** Both days belong to it (BG-14). */
  readonly service: { readonly firstDay: LocalDate; readonly lastDay: LocalDate } | null;
}

export interface SheetGroup {
  readonly heading: string | null;
  readonly detail: string | null;
  readonly lines: readonly SheetLine[];
  /** Shown beside the heading; null where one group is all there is. */
  readonly sumMinor: number | null;
}

export interface SheetLine {
  readonly description: string;
  readonly detail: string | null;
  /** "5.5" and "hours": formatted by the caller, who knows the unit. */
  readonly quantity: string;
  readonly unit: string | null;
  /** May have a fraction: a page at 0.725 cents. Null where a price of one says nothing. */
  readonly unitPriceMinor: number | null;
  readonly amountMinor: number;
  /** What tax it bears: "23%", "exempt". */
  readonly taxMark: string;
}

interface SheetTax {
  /** "VAT", "IVA", "VAT, reverse charge". */
  readonly label: string;
  readonly basisPoints: number;
  /** What the rate is for, where there are several: "food". */
  readonly detail: string | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  /** What the law wants to be said (BT-120): "Reverse charge: the recipient owes the VAT." */
  readonly wording: string | null;
}

/** grossMinor = netMinor + taxMinor + roundingMinor; dueMinor = grossMinor − paidMinor − carriedMinor. */
interface SheetTotals {
  readonly netMinor: number;
  readonly roundingMinor: number;
  readonly grossMinor: number;
  readonly paidMinor: number;
  /** What goes to the next invoice: below zero where more came back than was charged. */
  readonly carriedMinor: number;
  readonly dueMinor: number;
}

export type SheetPayment =
  | { readonly kind: "transfer"; readonly to: SheetAccount; readonly reference: string; readonly code: boolean }
  /** What happens without the buyer: "It will be taken from your card ending in 4242 on 3 December." */
  | { readonly kind: "told"; readonly sentence: string }
  | { readonly kind: "none" };

interface SheetAccount {
  readonly name: string;
  /** Where a country has none, the account as its banks write it. */
  readonly iban: string;
  readonly bic: string | null;
}
