import { LONGEST_MINUTES } from "@working-social/booking/rules";
import type { ResourceKind } from "@working-social/booking/schema";
import { dateOf, flag, matching } from "../../lib/search-text.ts";

/** Everything that the Book page shows, as its link carries it: `/book?date=2026-11-26&time=14:00&minutes=90&people=6`. */
export interface BookSearch {
  location?: string | undefined;
  /** The location's calendar date. */
  date?: string | undefined;
  view?: "day" | "month" | "floor" | undefined;
  /** Of the floor plan: which floor; the one of the chosen place when it is left out. */
  floor?: string | undefined;
  people?: number | undefined;
  /** What the wall clock shows at the start: "14:00". */
  time?: string | undefined;
  /** The second time that the clock shows it, on the day that clocks go back. */
  second?: true | undefined;
  minutes?: number | undefined;
  features?: string[] | undefined;
  kinds?: ResourceKind[] | undefined;
  /** The chosen one; the best fit when it is left out. */
  resource?: string | undefined;
  /** One's own booking that is being moved to the slot. */
  moving?: string | undefined;
  /** The resource whose whole day a phone shows, or whose month. */
  only?: string | undefined;
}

const KINDS: readonly ResourceKind[] = ["room", "booth", "hot_desk", "dedicated_desk", "equipment"];
const VIEWS = ["day", "month", "floor"] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what a link says; what makes no sense is left out, so that an old or mistyped link still opens. */
export function readBookSearch(raw: Record<string, unknown>): BookSearch {
  const search: BookSearch = {
    location: matching(raw["location"], ID),
    date: dateOf(raw["date"]),
    view: VIEWS.find((view) => view === raw["view"]),
    floor: matching(raw["floor"], ID),
    people: whole(raw["people"], 1, 10_000),
    time: matching(raw["time"], /^([01]\d|2[0-3]):[0-5]\d$/),
    second: flag(raw["second"]),
    minutes: whole(raw["minutes"], 5, LONGEST_MINUTES),
    features: texts(raw["features"])
      ?.filter((feature) => feature !== "" && feature.length <= 40)
      .slice(0, 30),
    kinds: KINDS.filter((kind) => texts(raw["kinds"])?.includes(kind)),
    resource: matching(raw["resource"], ID),
    moving: matching(raw["moving"], ID),
    only: matching(raw["only"], ID),
  };
  return withoutEmpty(search);
}

/**
 * Links stay short: what says nothing is undefined, which no link carries. The keys remain, since the router lays this
 * over the raw link: a key that is left out would let its nonsense through to the page.
 */
function withoutEmpty(search: BookSearch): BookSearch {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(search).map(([key, value]) => [key, isEmpty(value) ? undefined : value]));
}

function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

/** One word, several, or a list as earlier links wrote it. */
function texts(value: unknown): string[] | undefined {
  if (typeof value === "string") return listOf(value) ?? [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}

function listOf(text: string): string[] | undefined {
  try {
    return texts(text.startsWith("[") ? JSON.parse(text) : undefined);
  } catch {
    return undefined;
  }
}
