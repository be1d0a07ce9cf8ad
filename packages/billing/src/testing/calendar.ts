/** Days since 1970-01-01, counted month by month: a calendar that shares nothing with the one of the rules. */
export function serialOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  let serial = day - 1;
  for (let before = 1; before < month; before++) serial += daysInMonth(year, before);
  for (let before = 1970; before < year; before++) serial += isLeap(before) ? 366 : 365;
  return serial;
}

export function dateOf(serial: number): string {
  let [year, month, rest] = [1970, 1, serial];
  for (; rest >= (isLeap(year) ? 366 : 365); year++) rest -= isLeap(year) ? 366 : 365;
  for (; rest >= daysInMonth(year, month); month++) rest -= daysInMonth(year, month);
  return [year, month, rest + 1].map((part) => String(part).padStart(2, "0")).join("-");
}

/** So many months after the month of a date, on its day or on the month's last. */
export function inMonthsTime(date: string, months: number): number {
  let [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  for (let left = months; left > 0; left--) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  day = Math.min(day, daysInMonth(year, month));
  return serialOf([year, month, day].join("-"));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
