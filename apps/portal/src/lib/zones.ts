import type { EpochMs } from "@working-social/kernel";
import { cityOf } from "./city.ts";

/** A zone to choose: its name as people look for it, and what its clock is now. */
export interface ZoneOption {
  id: string;
  label: string;
  description: string;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** Browsers list zones as CLDR first named them; people look for today's spelling, some still for the old one. */
const todaysNames: Readonly<Record<string, string>> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
const formerNames = new Map(Object.entries(todaysNames).map(([former, today]) => [today, former]));

/** All zones that this browser knows, by name, with their present offset; and the one in use, should it be unknown. */
export function zoneOptions(now: EpochMs, inUse: string | null): ZoneOption[] {
  const known = new Set(Intl.supportedValuesOf("timeZone").map((id) => todaysNames[id] ?? id));
  known.add("UTC");
  if (inUse) {
    known.delete(todaysNames[inUse] ?? inUse);
    known.add(inUse);
  }
  return [...known].sort().map((id) => ({ id, label: zoneLabel(id), description: offsetOf(id, now) }));
}

/** Kathmandu (Katmandu), Asia: the city first, since that is what one types, in either spelling. */
export function zoneLabel(id: string): string {
  const today = todaysNames[id] ?? id;
  const former = formerNames.get(today);
  const [place = today, ...region] = today.split("/").reverse();
  const city = former ? `${place} (${cityOf(former)})` : place;
  const words = [city, ...region].join(", ");
  return words.replaceAll("_", " ");
}

/** UTC+05:45 at this moment. */
export function offsetOf(zone: string, now: EpochMs): string {
  const format = offsets.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  offsets.set(zone, format);
  const name = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return /^GMT([+-]00:00)?$/.test(name) ? "UTC" : name.replace("GMT", "UTC");
}
