import type { Party } from "@working-social/billing/schema";
import { locale } from "../../../lib/locale.ts";

const countries = new Intl.DisplayNames(locale, { type: "region" });

/** A party as an envelope has it: the name, the street, the town, the country in the reader's words. What is missing is left out. */
export function partyLines(party: Party): string[] {
  const { name, street, extraLine, postCode, city, region, country } = party;
  const town = [[postCode, city].filter(Boolean).join(" "), region].filter(Boolean).join(", ");
  const lines = [name, street, extraLine, town, country === null ? null : countryName(country)];
  return lines.flatMap((line) => line || []);
}

function countryName(code: string): string {
  return countries.of(code.trim()) ?? code;
}
