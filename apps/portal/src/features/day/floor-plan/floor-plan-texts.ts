import { plural, type WordsLike } from "@working-social/kernel";
import type { UnitQuantity } from "@working-social/booking/schema";
import { catalog } from "../../../lib/texts/catalog.ts";
import { costWords } from "../../../lib/texts/credit-units.ts";

const en = {
  view: "Floor plan",
  plan: (floor: string, location: string, day: string) => `Plan of ${floor}, ${location}, ${day}`,
  help: "Arrow keys go to the nearest place in that direction, Home and End to the first and last. Enter chooses.",
  floors: "Floor",
  floorFree: (name: string, free: number) => `${name} · ${free} free`,
  time: "Time of day",
  zoomIn: "Closer",
  zoomOut: "Further away",
  zoomFit: "The whole floor",

  free: "Free",
  yours: "Yours",
  taken: "Taken",
  closed: "Closed",
  past: "Over",
  notThen: "Not then",
  notForYou: "Not in your plan",
  until: (time: string) => `until ${time}`,
  freeOf: (free: number, all: number) => `${free} of ${all} free`,
  seats: (n: number) => plural("en", n, { one: "1 person", other: `${n} people` }),
  price: (minor: number, currency: string, credits: readonly UnitQuantity[]) =>
    costWords(minor, currency, credits, "No charge"),
  pool: (name: string) => `one of ${name}`,
  onArrival: "Any free desk is yours when you arrive",
  chosen: "chosen",
  read: (parts: readonly string[]) => parts.filter(Boolean).join(", "),
  line: (parts: readonly string[]) => parts.filter(Boolean).join(" · "),
  hint: "Press a place to see what it costs.",
  elsewhere: "On no floor",
  legend: "What the marks mean",

  noneTitle: "No floor plan yet",
  noneText: "When the team draws the floors of this place, you find rooms and desks by where they are.",
  draw: "Draw the floors",
  loadErrorTitle: "The floor plan could not be loaded",
};

export type FloorPlanTexts = WordsLike<typeof en>;
export const floorPlanTexts = catalog<FloorPlanTexts>({ en, de: () => import("./floor-plan-texts.de.ts") });
