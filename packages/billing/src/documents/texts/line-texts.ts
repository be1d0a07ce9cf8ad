import type { Catalog, WordsLike } from "@working-social/kernel";
import { plural } from "@working-social/kernel";
import { german } from "./line-texts.de.ts";

/** What a line of a document says. Figures, days and amounts come formatted. */
const english = {
  seats: (n: number, figure: string) => plural("en", n, { one: `${figure} seat`, other: `${figure} seats` }),
  places: (n: number, figure: string) => plural("en", n, { one: `${figure} place`, other: `${figure} places` }),
  /** A name and how many of it. */
  several: (name: string, what: string) => `${name}, ${what}`,
  daysOf: (daysInPeriod: number, days: string, whole: string) =>
    plural("en", daysInPeriod, { one: `${days} of ${whole} day`, other: `${days} of ${whole} days` }),
  ofPrice: (days: string, price: string) => `${days} of ${price}`,
  percentOff: (percent: string) => `${percent} off`,
  amountOff: (amount: string) => `${amount} off each period`,
  free: "free of charge",
  setUp: (name: string) => `Set-up: ${name}`,
  deposit: (name: string) => `Deposit: ${name}`,
  notUsed: (name: string) => `Not used: ${name}`,
  givenBack: (name: string) => `Given back: ${name}`,
  lowered: (name: string) => `Charged too much: ${name}`,
  invoice: (number: string) => `invoice\u00a0${number}`,
  kept: (name: string) => `${name}, kept of an earlier booking`,
  cancelled: (name: string) => `Cancellation: ${name}`,
  prints: { mono: (paper: string) => `Black and white, ${paper}`, colour: (paper: string) => `Colour, ${paper}` },
  oneSide: "printed on one side",
  bothSides: "printed on both sides",
  credits: {
    room_minutes: (n: number, figure: string) =>
      plural("en", n, { one: `${figure} minute in rooms`, other: `${figure} minutes in rooms` }),
    day_passes: (n: number, figure: string) =>
      plural("en", n, { one: `${figure} day pass`, other: `${figure} day passes` }),
    mono_pages: (n: number, figure: string) =>
      plural("en", n, { one: `${figure} page in black and white`, other: `${figure} pages in black and white` }),
    colour_pages: (n: number, figure: string) =>
      plural("en", n, { one: `${figure} page in colour`, other: `${figure} pages in colour` }),
  },
  creditOf: (amount: string) => `credit of ${amount}`,
  units: {
    C62: () => null,
    pages: (n: number) => plural("en", n, { one: "page", other: "pages" }),
    MIN: (n: number) => plural("en", n, { one: "minute", other: "minutes" }),
    HUR: (n: number) => plural("en", n, { one: "hour", other: "hours" }),
    DAY: (n: number) => plural("en", n, { one: "day", other: "days" }),
    MON: (n: number) => plural("en", n, { one: "month", other: "months" }),
    ANN: (n: number) => plural("en", n, { one: "year", other: "years" }),
  },
  /** Above the lines of one product; and what a line is called whose name nobody said. */
  products: {
    plan_fee: "Memberships",
    letting_fee: "Offices and desks",
    setup_fee: "Set-up",
    deposit: "Deposits",
    item: "Services",
    room_time: "Rooms",
    desk_time: "Desks",
    equipment_time: "Equipment",
    copier_pages: "Copier",
    credit_pack: "Packs of credits",
    cancellation_fee: "Cancellations",
  },
};

export type LineTexts = WordsLike<typeof english>;
export const lineTexts: Catalog<LineTexts> = { en: english, de: german };
