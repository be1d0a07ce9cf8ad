/** A change of the clock: the instant, and how far the wall clock is ahead of UTC before and after it. */
export interface Transition {
  readonly zone: string;
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** When a rule of law changes the clock each year: the `nth` Sunday of a month (-1: the last), at an hour of UTC or of the wall. */
interface Rule {
  readonly month: number;
  readonly nth: number;
  readonly hour: number;
  readonly isUtc?: boolean;
}

interface Law {
  readonly zone: string;
  /** Minutes ahead of UTC outside of summer time, and what summer adds. */
  readonly standard: number;
  readonly summer: number;
  readonly begins: Rule;
  readonly ends: Rule;
  readonly years: readonly [first: number, last: number];
}

// As the laws say it, without asking any zone data. European Union: directive 2000/84/EC. United States: Energy Policy Act of 2005;
// Canada follows. New Zealand: Daylight Time Order 2007, and its Chatham Islands at the same instant. Lord Howe Island: half an hour,
// on the dates of New South Wales. Troll: two hours, to keep the clocks of Norway in summer.
const EUROPE = {
  begins: { month: 3, nth: -1, hour: 1, isUtc: true },
  ends: { month: 10, nth: -1, hour: 1, isUtc: true },
} as const;
const AMERICA = { begins: { month: 3, nth: 2, hour: 2 }, ends: { month: 11, nth: 1, hour: 2 } } as const;
const AUSTRALIA = { begins: { month: 10, nth: 1, hour: 2 }, ends: { month: 4, nth: 1, hour: 3 } } as const;
const LAWS: readonly Law[] = [
  { zone: "Europe/Berlin", standard: 60, summer: 60, ...EUROPE, years: [1996, 2026] },
  { zone: "Europe/London", standard: 0, summer: 60, ...EUROPE, years: [1996, 2026] },
  { zone: "Europe/Dublin", standard: 0, summer: 60, ...EUROPE, years: [1996, 2026] },
  { zone: "Antarctica/Troll", standard: 0, summer: 120, ...EUROPE, years: [2006, 2026] },
  { zone: "America/New_York", standard: -300, summer: 60, ...AMERICA, years: [2007, 2026] },
  { zone: "America/Los_Angeles", standard: -480, summer: 60, ...AMERICA, years: [2007, 2026] },
  { zone: "America/St_Johns", standard: -210, summer: 60, ...AMERICA, years: [2012, 2026] },
  { zone: "Australia/Sydney", standard: 600, summer: 60, ...AUSTRALIA, years: [2008, 2026] },
  {
    zone: "Australia/Lord_Howe",
    standard: 630,
    summer: 30,
    begins: AUSTRALIA.begins,
    ends: { month: 4, nth: 1, hour: 2 },
    years: [2008, 2026],
  },
  {
    zone: "Pacific/Auckland",
    standard: 720,
    summer: 60,
    begins: { month: 9, nth: -1, hour: 2 },
    ends: { month: 4, nth: 1, hour: 3 },
    years: [2008, 2026],
  },
  {
    zone: "Pacific/Chatham",
    standard: 765,
    summer: 60,
    begins: { month: 9, nth: -1, hour: 2.75 },
    ends: { month: 4, nth: 1, hour: 3.75 },
    years: [2008, 2026],
  },
];

/** What happened once: a day that a whole country skipped, a country that left or found summer time, a new half hour. */
const ONCE: readonly Transition[] = [
  once("Pacific/Apia", "2011-12-30T10:00:00Z", -600, 840), // 30 December 2011 never was
  once("Pacific/Kwajalein", "1993-08-21T12:00:00Z", -720, 720), // nor 21 August 1993 there
  once("Asia/Kathmandu", "1985-12-31T18:30:00Z", 330, 345),
  once("Asia/Pyongyang", "2015-08-14T15:00:00Z", 540, 510),
  once("Asia/Pyongyang", "2018-05-04T15:00:00Z", 510, 540),
  once("America/Caracas", "2007-12-09T07:00:00Z", -240, -270),
  once("America/Caracas", "2016-05-01T07:00:00Z", -270, -240),
  once("Europe/Istanbul", "2016-03-27T01:00:00Z", 120, 180), // and never back
  once("Asia/Tehran", "2022-09-21T19:30:00Z", 270, 210), // for the last time, at midnight
  once("America/Sao_Paulo", "2019-02-17T02:00:00Z", -120, -180), // for the last time, at midnight
  once("Africa/Cairo", "2023-04-27T22:00:00Z", 120, 180), // back again after nine years: no 00:30 that day
  once("Asia/Almaty", "2024-02-29T18:00:00Z", 360, 300),
];

/** Some 400 changes of the clock in 21 zones, from 1985 to 2026, which no zone data was asked for. */
export const ZONE_TRUTHS: readonly Transition[] = [...LAWS.flatMap(everyYear), ...ONCE];

function everyYear({ zone, standard, summer, begins, ends, years: [first, last] }: Law): Transition[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => [
    {
      zone,
      at: instantOf(begins, year, standard),
      beforeMs: standard * MINUTE_MS,
      afterMs: (standard + summer) * MINUTE_MS,
    },
    {
      zone,
      at: instantOf(ends, year, standard + summer),
      beforeMs: (standard + summer) * MINUTE_MS,
      afterMs: standard * MINUTE_MS,
    },
  ]);
}

/** `offset`: minutes ahead of UTC of the clock that the rule is read on. */
function instantOf({ month, nth, hour, isUtc = false }: Rule, year: number, offset: number): number {
  return Date.UTC(year, month - 1, sundayOf(year, month, nth)) + hour * HOUR_MS - (isUtc ? 0 : offset * MINUTE_MS);
}

function sundayOf(year: number, month: number, nth: number): number {
  if (nth < 0) {
    const last = new Date(Date.UTC(year, month, 0));
    return last.getUTCDate() - last.getUTCDay();
  }
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + (nth - 1) * 7;
}

function once(zone: string, at: string, before: number, after: number): Transition {
  return { zone, at: Date.parse(at), beforeMs: before * MINUTE_MS, afterMs: after * MINUTE_MS };
}
