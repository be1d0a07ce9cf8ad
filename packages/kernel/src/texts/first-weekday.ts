/**
 * Where a week begins on another day than Monday: CLDR 44, supplemental data, weekData (ISO 3166 regions). Not every browser
 * has Intl.Locale's week yet, and what some have is older.
 * https://github.com/unicode-org/cldr-json (cldr-core/supplemental/weekData.json)
 */
const SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const FRIDAY = "MV";

/** The first day of the week in a locale with its region, 1 for Monday to 7 for Sunday: 7 in en-US, 1 in en-GB. */
export function firstWeekday(locale: string): number {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  if (SUNDAY.includes(region)) return 7;
  if (SATURDAY.includes(region)) return 6;
  return region === FRIDAY ? 5 : 1;
}

/** The days of a week as ISO 8601 numbers them, 1 for Monday, from the one that weeks begin with in a locale. */
export function weekdaysOf(locale: string): readonly number[] {
  const first = firstWeekday(locale);
  return [0, 1, 2, 3, 4, 5, 6].map((after) => ((first - 1 + after) % 7) + 1);
}
