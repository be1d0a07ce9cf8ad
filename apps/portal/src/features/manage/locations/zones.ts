import type { EpochMs } from "@working-social/kernel";

/** A zone to choose: its name as people look for it, and what its clock is now. */
export interface ZoneOption {
  id: string;
  label: string;
  description: string;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** All zones that this browser knows, by name, with their present offset; and the one in use, should it be unknown. */
export function zoneOptions(now: EpochMs, inUse: string | null): ZoneOption[] {
  const known = new Set(Intl.supportedValuesOf("timeZone"));
  known.add("UTC");
  if (inUse) known.add(inUse);
  return [...known].sort().map((id) => ({ id, label: zoneLabel(id), description: offsetOf(id, now) }));
}

/** Kathmandu, Asia: the city first, since that is what one types. */
export function zoneLabel(id: string): string {
  const [city = id, ...region] = id.split("/").reverse();
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
