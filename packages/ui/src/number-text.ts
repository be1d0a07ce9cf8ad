export type NumberLimits = { minimum?: number | undefined; maximum?: number | undefined; step?: number | undefined };

/** Why a text is no number that a field can keep. */
export type NumberProblem = "unreadable" | "tooLong" | "tooPrecise" | "tooSmall" | "tooLarge";

/** What a text says: null is an empty box. `problem`: it says nothing that can be kept, and nothing of it is kept. */
export type NumberReading = { value: number | null; problem?: never } | { value?: never; problem: NumberProblem };

/** Written and read in the digits of keyboards, whatever the language. */
const digits = { numberingSystem: "latn" };
/** Marks that some languages write before a minus, to keep it on its side. */
const directionMarks = /[\u061C\u200E\u200F]/g;
/** Decimal digits that a number holds exactly, wherever its point is. */
const exactDigits = 15;
const minusSigns = /^[\u2212\u2010-\u2013]/;

/** The decimal sign of a locale, "," for de. */
function decimalSignOf(locale: string): string {
  const format = new Intl.NumberFormat(locale, digits);
  return format.formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
}

/**
 * Reads all that a person typed; null when it is empty or no number. A point and a comma are both read: whichever comes last
 * of two is the decimal sign, and one alone groups thousands only where the locale doesn't use it for decimals and three digits
 * follow. Any usual sign may group, since people don't know what their locale prescribes (Austria's is a narrow space;
 * Austrians type a point).
 */
export function parseNumber(text: string, locale: string): number | null {
  const typed = text.normalize("NFKC").replace(directionMarks, "").trim().replace(minusSigns, "-");
  const [, minus = "", body = ""] = /^(-?)([\d.,'’\s]+)$/.exec(typed) ?? [];
  const at = decimalIndex(body, decimalSignOf(locale));
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  const isWhole = /^\d*$/.test(whole) || /^\d{1,3}([.,'’\s])\d{3}(?:\1\d{3})*$/.test(whole);
  if (!isWhole || !/^\d*$/.test(fraction) || whole + fraction === "") return null;
  const amount = Number(`${whole.replace(/\D/g, "") || "0"}.${fraction || "0"}`);
  return minus && amount !== 0 ? -amount : amount;
}

/** Where the decimal sign stands in digits and signs; the length when there is none. */
function decimalIndex(body: string, localeSign: string): number {
  const last = Math.max(body.lastIndexOf("."), body.lastIndexOf(","));
  const sign = body[last];
  if (last < 0 || sign === undefined) return body.length;
  const isAlone = body.indexOf(sign) === last;
  const isOnlySign = !/[.,'’\s]/.test(body.slice(0, last));
  const couldGroup = isOnlySign && sign !== localeSign && /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  return isAlone && !couldGroup ? last : body.length;
}

/**
 * What a box says, as its field may keep it: read as a whole, with at most so many decimals, within the limits. It is never
 * rounded nor moved to a limit, since a person who mistyped a price has to see it.
 */
export function readNumber(text: string, locale: string, limits: NumberLimits & { precision: number }): NumberReading {
  if (text.trim() === "") return { value: null };
  const value = parseNumber(text, locale);
  if (value === null) return { problem: "unreadable" };
  if (text.replace(/^\D*0+|\D/g, "").length > exactDigits) return { problem: "tooLong" };
  if (Number(value.toFixed(limits.precision)) !== value) return { problem: "tooPrecise" };
  if (value < (limits.minimum ?? -Infinity)) return { problem: "tooSmall" };
  if (value > (limits.maximum ?? Infinity)) return { problem: "tooLarge" };
  return { value };
}

/** Writes a number as one types it: in the locale's signs, without grouping, with at least so many decimals. */
export function writeNumber(value: number | null, locale: string, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return "";
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 6) };
  return new Intl.NumberFormat(locale, { ...digits, useGrouping: false, ...fraction }).format(value);
}

/** Keeps a stepped number within its limits. */
export function clampNumber(value: number, { minimum, maximum }: NumberLimits): number {
  return Math.min(Math.max(value, minimum ?? -Infinity), maximum ?? Infinity);
}

/** The next multiple of the step, counted from the minimum, upwards (+1) or downwards (−1). */
export function stepNumber(value: number | null, direction: 1 | -1, limits: NumberLimits): number {
  const { minimum, step = 1 } = limits;
  const origin = minimum ?? 0;
  if (value === null) return clampNumber(origin, limits);
  const steps = (value - origin) / step;
  const nearest = Math.round(steps);
  const isOnStep = Math.abs(steps - nearest) < 1e-9;
  const next = isOnStep ? nearest + direction : direction > 0 ? Math.ceil(steps) : Math.floor(steps);
  return clampNumber(Number((origin + next * step).toFixed(9)), limits);
}
