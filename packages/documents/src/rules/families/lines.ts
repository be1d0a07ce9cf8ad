import type { LineAllowance } from "../../model/tax.ts";
import { compare, exactOf, ZERO } from "../exact.ts";
import { anyInLines, anyLine, anyOf, isMissing, present, type Rules } from "../rule.ts";
import { endsEarly, isOpen } from "./documents.ts";

const isNoNumber = (text: string | null | undefined): boolean => exactOf(text) === null;
const isNegative = (text: string | null | undefined): boolean => compare(exactOf(text) ?? ZERO, ZERO) < 0;
const hasNoReason = ({ reason, reasonCode }: LineAllowance): boolean => isMissing(reason) && isMissing(reasonCode);
const hasNoAmount = ({ amount }: LineAllowance): boolean => isNoNumber(amount);

/** What every line must have (BR-21 to BR-30, BR-54, BR-64, BR-65). */
export const LINE_RULES = {
  "BR-21": { term: "BT-126", field: "line.id", broken: anyLine(({ id }) => isMissing(id)) },
  "BR-22": { term: "BT-129", field: "line.quantity", broken: anyLine(({ quantity }) => isNoNumber(quantity)) },
  "BR-23": { term: "BT-130", field: "line.unit", broken: anyLine(({ unit }) => isMissing(unit)) },
  "BR-24": { term: "BT-131", field: "line.amount", broken: anyLine(({ netAmount }) => isNoNumber(netAmount)) },
  "BR-25": { term: "BT-153", field: "line.name", broken: anyLine(({ item }) => isMissing(item.name)) },
  "BR-26": { term: "BT-146", field: "line.price", broken: anyLine(({ price }) => isNoNumber(price.net)) },
  "BR-27": { term: "BT-146", field: "line.price", broken: anyLine(({ price }) => isNegative(price.net)) },
  "BR-28": { term: "BT-148", field: "line.price", broken: anyLine(({ price }) => isNegative(price.gross)) },
  "BR-30": { term: "BT-135", field: "line.period", broken: anyLine(({ period }) => endsEarly(period)) },
  "BR-54": {
    term: "BG-32",
    field: "line.attributes",
    broken: anyInLines(
      ({ item }) => item.attributes,
      ({ name, value }) => isMissing(name) || isMissing(value),
    ),
  },
  "BR-64": {
    term: "BT-157",
    field: "line.standardId",
    broken: anyInLines(
      ({ item }) => present(item.standardId),
      ({ scheme }) => isMissing(scheme),
    ),
  },
  "BR-65": {
    term: "BT-158",
    field: "line.classification",
    broken: anyInLines(
      ({ item }) => item.classifications,
      ({ scheme }) => isMissing(scheme),
    ),
  },
  "BR-CO-04": { term: "BT-151", field: "line.tax", broken: anyLine(({ tax }) => isMissing(tax.category)) },
  "BR-CO-20": { term: "BG-26", field: "line.period", broken: anyLine(({ period }) => isOpen(period)) },
} satisfies Rules<string>;

/** What allowances and charges must have, of the document (BR-31 to BR-38) and of lines (BR-41 to BR-44). */
export const ALLOWANCE_RULES = {
  "BR-31": { term: "BT-92", field: "document.allowances", broken: anyOf(({ allowances }) => allowances, hasNoAmount) },
  "BR-32": {
    term: "BT-95",
    field: "document.allowances",
    broken: anyOf(
      ({ allowances }) => allowances,
      ({ tax }) => isMissing(tax.category),
    ),
  },
  "BR-33": { term: "BT-97", field: "document.allowances", broken: anyOf(({ allowances }) => allowances, hasNoReason) },
  "BR-36": { term: "BT-99", field: "document.charges", broken: anyOf(({ charges }) => charges, hasNoAmount) },
  "BR-37": {
    term: "BT-102",
    field: "document.charges",
    broken: anyOf(
      ({ charges }) => charges,
      ({ tax }) => isMissing(tax.category),
    ),
  },
  "BR-38": { term: "BT-104", field: "document.charges", broken: anyOf(({ charges }) => charges, hasNoReason) },
  "BR-41": {
    term: "BT-136",
    field: "line.allowances",
    broken: anyInLines(({ allowances }) => allowances, hasNoAmount),
  },
  "BR-42": {
    term: "BT-139",
    field: "line.allowances",
    broken: anyInLines(({ allowances }) => allowances, hasNoReason),
  },
  "BR-43": { term: "BT-141", field: "line.charges", broken: anyInLines(({ charges }) => charges, hasNoAmount) },
  "BR-44": { term: "BT-144", field: "line.charges", broken: anyInLines(({ charges }) => charges, hasNoReason) },
} satisfies Rules<string>;
