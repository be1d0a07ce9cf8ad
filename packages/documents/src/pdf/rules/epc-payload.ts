import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from "ibantools";
import { isRfReference } from "./rf-reference.ts";

/** A SEPA credit transfer that a bank's app can fill in. */
export interface Transfer {
  readonly name: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  /** A creditor reference (ISO 11649), or any other text, which goes where people write. */
  readonly reference: string;
}

/** Why there is no code for a transfer. */
export type EpcProblem = "notEuro" | "amount" | "iban" | "bic" | "name" | "reference" | "tooLong";

/** Lengths and limits of EPC069-12 (version 3.1), in characters, bytes and cents. */
const LIMITS = { name: 70, text: 140, bytes: 331, mostMinor: 99_999_999_999 } as const;

/** Nothing of a payload may hold what ends its line. */
const CONTROL = /\p{Cc}/u;

/**
 * What a SEPA payment code says (EPC069-12, version 002, UTF-8), or the first reason why there is none. A name that is longer
 * than 70 characters is cut, as banks do; a reference never is.
 */
export function epcPayload(transfer: Transfer): { readonly payload: string } | { readonly problem: EpcProblem } {
  const iban = electronicFormatIBAN(transfer.iban) ?? "";
  const name = nameOf(transfer.name);
  const problem = problemOf(transfer, iban, name);
  if (problem !== null) return { problem };
  const isStructured = isRfReference(transfer.reference);
  const reference = transfer.reference.trim();
  const lines = [
    "BCD",
    "002",
    "1",
    "SCT",
    transfer.bic ?? "",
    name,
    iban,
    `EUR${Math.floor(transfer.amountMinor / 100)}.${String(transfer.amountMinor % 100).padStart(2, "0")}`,
    "", // the purpose, a code of ISO 20022: nothing says which
    ...(isStructured ? [reference.replaceAll(" ", "").toUpperCase()] : ["", reference]),
  ];
  const payload = lines.join("\n").trimEnd();
  return Buffer.byteLength(payload) > LIMITS.bytes ? { problem: "tooLong" } : { payload };
}

function nameOf(text: string): string {
  const oneLine = text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return [...oneLine].slice(0, LIMITS.name).join("").trim();
}

function problemOf(transfer: Transfer, iban: string, name: string): EpcProblem | null {
  const { amountMinor, currency, bic, reference } = transfer;
  if (currency !== "EUR") return "notEuro";
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1 || amountMinor > LIMITS.mostMinor) return "amount";
  if (!isValidIBAN(iban) || !isSEPACountry(iban.slice(0, 2))) return "iban";
  if (bic !== null && !isValidBIC(bic)) return "bic";
  if (name === "") return "name";
  if (CONTROL.test(reference) || [...reference].length > LIMITS.text) return "reference";
  return null;
}
