import type { Reader } from "@working-social/kernel";
import { dateFormat, systemClock } from "@working-social/kernel";
import { useEffect, useState } from "react";

/** The time on the wall, in the zone of the place once it is known, of the device until then; it turns with the minute. */
export function useTime(
  { locale, hourCycle }: Pick<Reader<string>, "locale" | "hourCycle">,
  timeZone = deviceZone(),
): string {
  const hour = hourCycle === "h23" ? "2-digit" : "numeric";
  const format = () => dateFormat(locale, { hour, minute: "2-digit", hourCycle, timeZone }).format(systemClock.now());
  const [, setTime] = useState(format);
  useEffect(() => {
    const timer = setInterval(() => setTime(format()), 1_000);
    return () => clearInterval(timer);
  });
  return format();
}

function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
