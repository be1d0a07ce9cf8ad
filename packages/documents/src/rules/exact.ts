import type { DecimalText } from "../model/decimal-text.ts";

/** units / 10^scale, exact. */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

/** xs:decimal, as far as anybody writes it: more than 40 digits are no amount. */
const DECIMAL = /^([+-]?)(\d{0,40})(?:\.(\d{0,40}))?$/;

/** "12.50" → 1250 / 10². Null of what is no decimal number, "" too. */
export function exactOf(text: DecimalText | null | undefined): Exact | null {
  const match = DECIMAL.exec(text?.trim() ?? "");
  const [, sign = "", whole = "", part = ""] = match ?? [];
  if (whole + part === "") return null;
  const units = BigInt(whole + part);
  return { units: sign === "-" ? -units : units, scale: part.length };
}

export const ZERO: Exact = { units: 0n, scale: 0 };
export const ONE: Exact = { units: 1n, scale: 0 };

/** Null counts as nothing: who asks has seen to what is missing. */
export function sumOf(values: readonly (Exact | null)[]): Exact {
  return values.reduce<Exact>((sum, value) => (value === null ? sum : add(sum, value)), ZERO);
}

export function add(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const minus = (a: Exact, b: Exact): Exact => add(a, { units: -b.units, scale: b.scale });

export const times = (a: Exact, b: Exact): Exact => ({ units: a.units * b.units, scale: a.scale + b.scale });

const magnitude = ({ units, scale }: Exact): Exact => ({ units: units < 0n ? -units : units, scale });

/** a / b to a number of digits, halves away from zero. b is not zero. */
export function divided(a: Exact, b: Exact, digits: number): Exact {
  const shift = digits + b.scale - a.scale;
  const numerator = a.units * 10n ** BigInt(Math.max(shift, 0)) * (b.units < 0n ? -1n : 1n);
  const denominator = b.units * 10n ** BigInt(Math.max(-shift, 0)) * (b.units < 0n ? -1n : 1n);
  const half = numerator < 0n ? -denominator : denominator;
  return { units: (numerator * 2n + half) / (denominator * 2n), scale: digits };
}

/** To a number of digits, halves away from zero: the way invoices round. */
export const rounded = (value: Exact, digits: number): Exact => divided(value, ONE, digits);

/** Below zero, zero or above it, as a is to b. */
export function compare(a: Exact, b: Exact): number {
  const difference = minus(a, b).units;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export const isEqual = (a: Exact, b: Exact): boolean => compare(a, b) === 0;

/** Whether they are less than `slack` apart. */
export const isWithin = (a: Exact, b: Exact, slack: Exact): boolean => compare(magnitude(minus(a, b)), slack) < 0;

/** As an invoice would write it: "12.50". */
export function textOfExact({ units, scale }: Exact): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const part = digits.slice(digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
}

function unitsAt({ units, scale }: Exact, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
