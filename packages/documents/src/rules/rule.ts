import type { EInvoice } from "../model/invoice.ts";
import type { InvoiceLine } from "../model/line.ts";
import type { Field } from "./fields.ts";

/** A business term or group of EN 16931-1. */
export type Term = `BT-${number}` | `BG-${number}`;

/** Who breaks a fatal rule has no invoice after the standard; a warning says what will be asked about. */
export type Severity = "fatal" | "warning";

/** What a sentence about it can name. All are as the invoice has them; `expected` is what it should have. */
export interface FindingData {
  /** BT-126 of the line. */
  readonly line?: string;
  /** A code, or a text that is not in order. */
  readonly value?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** BT-119. */
  readonly rate?: string;
}

/** One place where a rule is broken. */
export interface Broken extends FindingData {
  /** Where they differ from the rule's: one rule may speak of the seller and of the buyer. */
  readonly severity?: Severity;
  readonly term?: Term;
  readonly field?: Field;
}

export interface Rule {
  readonly term: Term;
  /** Where it is entered. */
  readonly field: Field;
  /** Fatal, unless it says otherwise. */
  readonly severity?: Severity;
  /** Everywhere that an invoice breaks it; nothing, if it keeps it. */
  readonly broken: (invoice: EInvoice) => readonly Broken[];
}

/** Rules by their names; the names are a closed union for whoever says them in words. */
export type Rules<Id extends string> = Readonly<Record<Id, Rule>>;

/** Missing, or blank. */
export const isMissing = (text: string | null | undefined): boolean => text == null || text.trim() === "";

/** Broken at most once. */
export function once(isBroken: (invoice: EInvoice) => boolean): Rule["broken"] {
  return (invoice) => (isBroken(invoice) ? [{}] : []);
}

/** Broken by any of a list; `data` says which. */
export function anyOf<T>(
  list: (invoice: EInvoice) => readonly T[],
  isBroken: (one: T, invoice: EInvoice) => boolean,
  data: (one: T) => FindingData = () => ({}),
): Rule["broken"] {
  return (invoice) =>
    list(invoice)
      .filter((one) => isBroken(one, invoice))
      .map(data);
}

/** Broken by any line. */
export function anyLine(
  isBroken: (line: InvoiceLine, invoice: EInvoice) => boolean,
  data: (line: InvoiceLine) => FindingData = () => ({}),
): Rule["broken"] {
  return anyOf(
    (invoice) => invoice.lines,
    isBroken,
    (line) => ({ line: line.id, ...data(line) }),
  );
}

/** Something in a line, with the line that it is in. */
interface InLine<T> {
  readonly line: InvoiceLine;
  readonly one: T;
}

/** Broken by anything of which lines have several. */
export function anyInLines<T>(
  list: (line: InvoiceLine) => readonly T[],
  isBroken: (one: T) => boolean,
  data: (one: T) => FindingData = () => ({}),
): Rule["broken"] {
  return anyOf<InLine<T>>(
    (invoice) => invoice.lines.flatMap((line) => list(line).map((one) => ({ line, one }))),
    ({ one }) => isBroken(one),
    ({ line, one }) => ({ line: line.id, ...data(one) }),
  );
}

/** A list of one or none. */
export const present = <T>(value: T | null | undefined): readonly T[] => (value == null ? [] : [value]);
