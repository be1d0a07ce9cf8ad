import { systemClock } from "@working-social/kernel";
import { useEffect, useState } from "react";

/** The time on the wall, in the zone of the place once it is known, of the device until then; it turns with the minute. */
export function useTime(locale: string, timeZone?: string): string {
  const format = () =>
    new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
      systemClock.now(),
    );
  const [, setTime] = useState(format);
  useEffect(() => {
    const timer = setInterval(() => setTime(format()), 1_000);
    return () => clearInterval(timer);
  });
  return format();
}
