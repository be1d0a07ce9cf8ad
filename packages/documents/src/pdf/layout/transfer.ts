import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import { inFours, isRfReference } from "../rules/rf-reference.ts";
import type { SheetPayment } from "../sheet.ts";
import type { Desk } from "./desk.ts";

export type ByTransfer = Extract<SheetPayment, { kind: "transfer" }>;

/** What the buyer has to transfer; null where nothing is to be paid so. */
export function transferOf({ sheet }: Desk): ByTransfer | null {
  const { kind, payment, totals } = sheet;
  return kind === "invoice" && payment.kind === "transfer" && totals.dueMinor > 0 ? payment : null;
}

/** An IBAN in groups of four, which no end of a line tears apart; another account as it was given. */
export function accountOf({ to }: ByTransfer): string {
  const plain = electronicFormatIBAN(to.iban) ?? "";
  return unbroken(isValidIBAN(plain) ? inFours(plain) : to.iban);
}

export function referenceOf({ reference }: ByTransfer): string {
  return unbroken(isRfReference(reference) ? inFours(reference.toUpperCase()) : reference);
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
