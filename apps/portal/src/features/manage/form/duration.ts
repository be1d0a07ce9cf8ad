export type DurationUnit = "minutes" | "hours" | "days";

export const minutesIn: Readonly<Record<DurationUnit, number>> = { minutes: 1, hours: 60, days: 1440 };

/** The largest unit in which the minutes are a whole number: 90 stays minutes, 120 is 2 hours. None: the first unit. */
export function bestUnit(minutes: number | null, units: readonly DurationUnit[]): DurationUnit {
  const first = units[0] ?? "minutes";
  if (!minutes) return first;
  return [...units].reverse().find((unit) => minutes % minutesIn[unit] === 0) ?? first;
}
