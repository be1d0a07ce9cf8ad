export type NumberLimits = { minimum?: number | undefined; maximum?: number | undefined; step?: number | undefined };

/** The decimal and grouping signs of a locale, e.g. "," and "." for de. */
function signsOf(locale: string) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: find("decimal"), group: find("group") };
}

/** Reads what a person typed in their locale; null when it is empty or no number. */
export function parseNumber(text: string, locale: string): number | null {
  const { decimal, group } = signsOf(locale);
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, "").replaceAll(group, "");
  const plain = compact.replace(decimal, ".").replace("\u2212", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Writes a number as one types it: in the locale's signs, without grouping. */
export function writeNumber(value: number | null, locale: string): string {
  if (value === null || !Number.isFinite(value)) return "";
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
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
