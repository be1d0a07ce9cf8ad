import type { ChargedDays, Settlement, WantedDays } from "../rules/settle.ts";
import { wantedDays } from "../rules/settle.ts";
import type { Timeline } from "../rules/timeline.ts";
import { feesOf } from "../rules/timeline.ts";

/** What the first `periods` periods of a timeline want charged. */
export function wantedOf(timeline: Timeline, periods: number): WantedDays[] {
  return Array.from({ length: periods }, (_, index) => feesOf(timeline, index)).flatMap((fees) =>
    fees ? wantedDays(fees) : [],
  );
}

/** What stands charged once a settlement is written: each row split where days of it came back, and the new ones beside them. */
export function standingAfter(rows: readonly ChargedDays[], { returns, charges }: Settlement): ChargedDays[] {
  const split = rows.flatMap((row) => {
    const back = returns.filter((one) => one.chargedId === row.id).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const starts = [row.from, ...back.map((one) => one.until)];
    const ends = [...back.map((one) => one.from), row.until];
    return starts.map((from, place) => ({ ...row, from, until: ends[place] ?? row.until, id: `${row.id}.${place}` }));
  });
  const added = charges.map((charge, place) => ({ ...charge, id: `${rows.length}+${place}` }));
  return [...split.filter((row) => row.from < row.until), ...added];
}

/** Each day that is charged, with the version and the price of its period, in order: a day charged twice is there twice. */
export function dayByDay(days: readonly (WantedDays | ChargedDays)[]): string[] {
  return days
    .flatMap(({ from, until, versionId, priceMinor, periodFrom }) =>
      daysOf(from, until).map((day) => [day, versionId, priceMinor, periodFrom].join(" ")),
    )
    .sort();
}

function daysOf(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(until); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
