/** ISO 3166-1 alpha-2, as EN 16931 takes them (BR-CL-14). */
const COUNTRIES: ReadonlySet<string> = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI " +
    "CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ " +
    "GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS " +
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG " +
    "PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK " +
    "TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
  ).split(" "),
);

/** Where addresses have no post code (Universal Postal Union, "Postal addressing systems"). */
const WITHOUT_POST_CODES: ReadonlySet<string> = new Set(
  (
    "AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN KP LC ML MO MR MS MW NR NU QA RW SB SC " +
    "SL SR ST SY TD TF TG TK TL TO TT TV UG VU YE ZW"
  ).split(" "),
);

/** The countries by code, in the order of their codes: their names come from the reader's language (`Intl.DisplayNames`). */
export const COUNTRY_CODES: readonly string[] = [...COUNTRIES];

/** Whether it is a country of ISO 3166-1, in capital letters. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** Whether an address in the country has a post code. */
export function hasPostCodes(country: string): boolean {
  return !WITHOUT_POST_CODES.has(country);
}
