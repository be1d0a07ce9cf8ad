export type NumberLimits = { minimum?: number | undefined; maximum?: number | undefined; step?: number | undefined };

/** The decimal sign of a locale, "," for de. */
function decimalSignOf(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
}

/**
 * Reads what a person typed in their locale; null when it is empty or no number. Any usual sign may group thousands,
 * since people don't know what their locale prescribes (Austria's is a narrow space; Austrians type a point).
 */
export function parseNumber(text: string, locale: string): number | null {
  const decimal = decimalSignOf(locale);
  const compact = text.trim().replace(/(?<=\d)[.,'’\s](?=\d{3}(?!\d))/g, (sign) => (sign === decimal ? sign : ""));
  const plain = compact.replace(decimal, ".").replace("\u2212", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Writes a number as one types it: in the locale's signs, without grouping, with at least so many decimals. */
export function writeNumber(value: number | null, locale: string, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return "";
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 6) };
  return new Intl.NumberFormat(locale, { useGrouping: false, ...fraction }).format(value);
}

/** Keeps a number within its limits; it is not rounded to the step, since a typed number is meant as typed. */
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
