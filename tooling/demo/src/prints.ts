import type { PrintedEvent, SubmittedEvent } from "@working-social/copier/schema";
import type { EpochMs } from "@working-social/kernel";
import { addDays, formatInstant, fromLocal, toLocal } from "@working-social/kernel";
import type { CopierName } from "./copiers.ts";
import { COPIERS } from "./copiers.ts";
import type { Months } from "./months.ts";
import { address } from "./people.ts";

export interface Print {
  at: EpochMs;
  copier: CopierName;
  /** Whose it is, by mailbox; null: the front desk will have to find out, or it is the space's own. */
  mailbox: string | null;
  /** As the print system calls them. */
  user: string;
  title: string;
  colour: "mono" | "colour";
  sides: number;
  copies: number;
  isDuplex: boolean;
  paperSize: string | null;
  /** It waits at the copier until its owner comes. */
  isWaiting: boolean;
}

/** What `reception` prints is the space's own; Samir's laptop calls him by his name. */
export const PRINT_USERS: readonly (readonly [userKey: string, mailbox: string | null])[] = [
  ["reception", null],
  ["samir.haddad", "samir"],
];

const MINUTE_MS = 60_000;

/** What came out of the copiers in these months, and what waits there now. */
export function printsOf(now: EpochMs, months: Months, zone: string): Print[] {
  const { lived } = months;
  const [first, last, current] = lived;
  /** Counted back from today, and never before this month: what a plan gives for it is used in it. */
  const thisMonth = (daysAgo: number, hour: number): EpochMs =>
    Math.max(atHour(now, daysAgo, hour, zone), Math.min(current.start + (40 - daysAgo) * MINUTE_MS, now));
  const justNow = (minutes: number) =>
    Math.max(now - minutes * MINUTE_MS, Math.min(current.start + 41 * MINUTE_MS, now));
  const on = (month: (typeof lived)[number], day: number, hour: number): EpochMs =>
    fromLocal(month.workingDays[day] ?? "", hour * 60 + 20, zone);
  const by = (mailbox: string, user = address(mailbox)) => ({ mailbox, user });
  const [ana, jonas, lena, theo] = [by("ana"), by("jonas", "jonas+macbook@quayside.example"), by("lena"), by("theo")];
  const [samir, ingrid, dana] = [by("samir", "QUAY\\Samir.Haddad"), by("ingrid"), by("dana")];
  const desk = { mailbox: null, user: "reception" };
  const stranger = { mailbox: null, user: "m.okonkwo" };
  return [
    colour(on(first, 5, 11), ana, "Moodboard", 8),
    mono(on(first, 9, 15), ana, "Survey, first round", 62),
    colour(on(last, 4, 10), ana, "Portfolio, draft", 12),
    colour(on(last, 15, 16), ana, "Portfolio, final", 6),
    mono(on(last, 11, 9), ana, "Survey, second round", 70),
    colour(thisMonth(9, 11), ana, "Invitations", 6),
    colour(thisMonth(4, 17), ana, "Seating plan", 4),
    { ...mono(thisMonth(6, 10), ana, "Lease, for signature", 24), isDuplex: true, copies: 2 },
    mono(thisMonth(8, 14), jonas, "Training handout", 22),
    mono(thisMonth(2, 9), jonas, "Train tickets", 3),
    mono(on(last, 13, 13), theo, "CV and letter", 12),
    { ...mono(thisMonth(3, 12), lena, "Floor plans", 6), paperSize: "A3" },
    colour(on(first, 12, 15), samir, "Annual report", 170),
    colour(on(last, 10, 15), ingrid, "Exhibition labels", 190),
    { ...colour(thisMonth(10, 11), samir, "Pitch deck, for the board", 110), copies: 11 },
    { ...colour(thisMonth(5, 12), ingrid, "Exhibition posters", 42), paperSize: "A3" },
    { ...colour(thisMonth(1, 16), dana, "Price list", 60), isDuplex: true, copies: 15 },
    { ...mono(thisMonth(7, 10), dana, "Contracts", 320), isDuplex: true, copies: 4 },
    mono(on(last, 8, 8), desk, "House rules", 20),
    mono(thisMonth(5, 8), desk, "Notice: the lift", 4),
    colour(thisMonth(6, 14), by("mira"), "Programme of the month", 12),
    mono(thisMonth(7, 9), by("mira"), "Contract, new member", 16),
    mono(thisMonth(2, 8), by("priya"), "Guest list", 5),
    mono(thisMonth(8, 17), by("oskar"), "Budget", 22),
    { ...colour(thisMonth(4, 13), by("wen"), "Menu", 9), copier: "ropeWalk" as const },
    { ...mono(thisMonth(2, 15), by("noor"), "Boarding pass", 2), copier: "ropeWalk" as const },
    // For the front desk: somebody new, and a queue that counts nothing.
    mono(thisMonth(3, 15), stranger, "Visa application", 9),
    mono(thisMonth(1, 11), stranger, "Visa application, again", 9),
    mono(thisMonth(1, 13), lena, "shipping-label.prn", 0),
    waiting(justNow(50), ana, { title: "Harbour walk, posters", colour: "colour", sides: 30 }),
    waiting(justNow(35), ana, { title: "Minutes of Tuesday", colour: "mono", sides: 6 }),
    waiting(justNow(25), jonas, { title: "Invoice and receipt", colour: "colour", sides: 4 }),
  ];
}

/** A print as its server tells it. */
export function eventOf(print: Print, index: number): SubmittedEvent | PrintedEvent {
  return print.isWaiting ? submittedOf(print, index) : { type: "printed", ...toldOf(print, index), sides: print.sides };
}

/** One that waits, as its server tells it. */
export function submittedOf(print: Print, index: number): SubmittedEvent {
  return { type: "submitted", ...toldOf(print, index), estimatedSides: print.sides };
}

function toldOf({ copier, at, ...print }: Print, index: number): Omit<PrintedEvent, "type" | "sides"> {
  const { printer } = COPIERS[copier];
  const jobId = String(101 + index);
  const { user, title, colour: mode, copies, isDuplex, paperSize } = print;
  const key = `${printer}/${jobId}@${formatInstant(at)}`;
  return { key, printer, jobId, user, title, at: formatInstant(at), copies, colour: mode, paperSize, isDuplex };
}

type Whose = Pick<Print, "mailbox" | "user">;

const usual = { copier: "oldHarbour", copies: 1, isDuplex: false, paperSize: null, isWaiting: false } as const;

function mono(at: EpochMs, whose: Whose, title: string, sides: number): Print {
  return { ...usual, at, ...whose, title, sides, colour: "mono" };
}

function colour(at: EpochMs, whose: Whose, title: string, sides: number): Print {
  return { ...usual, at, ...whose, title, sides, colour: "colour" };
}

function waiting(at: EpochMs, whose: Whose, work: Pick<Print, "title" | "colour" | "sides">): Print {
  return { ...usual, at, ...whose, ...work, isWaiting: true };
}

/** A usual hour some days ago. */
function atHour(now: EpochMs, daysAgo: number, hour: number, zone: string): EpochMs {
  return fromLocal(addDays(toLocal(now, zone).date, -daysAgo), hour * 60 + 20, zone);
}
