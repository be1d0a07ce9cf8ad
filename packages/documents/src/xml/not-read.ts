/**
 * Why something was not taken for an invoice: it is no XML (or is none that is safe to read), no invoice in a syntax that
 * EN 16931 knows, larger or deeper than an invoice is, or has amounts of several currencies.
 */
export type NotReadReason = "not_xml" | "doctype" | "too_large" | "too_deep" | "unknown_document" | "mixed_currencies";

export class InvoiceNotReadError extends Error {
  readonly reason: NotReadReason;

  /** `detail` is for a log: it may hold what somebody else wrote. */
  constructor(reason: NotReadReason, detail: string) {
    super(`No invoice could be read: ${detail}.`);
    this.name = "InvoiceNotReadError";
    this.reason = reason;
  }
}
