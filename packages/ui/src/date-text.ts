/** An ISO date, "2026-11-26", in words of a locale. Reckoned in UTC, so no time zone can shift it. Empty when it is none. */
export function formatIsoDate(isoDate: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  if (!year || !month || !day) return "";
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(instant);
}
