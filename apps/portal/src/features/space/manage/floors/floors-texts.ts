import { formatList, numberFormat, plural, type WordsLike } from "@working-social/kernel";
import type { DrawingProblem } from "@working-social/booking/rules";
import type { FloorShapeInput } from "@working-social/booking/schema";
import { locale } from "../../../../lib/locale.ts";
import { catalog } from "../../../../lib/texts/catalog.ts";

const floors = (n: number) => plural("en", n, { one: `${n} floor`, other: `${n} floors` });
const desks = (n: number) => plural("en", n, { one: `${n} desk`, other: `${n} desks` });
const metres = (cm: number) => numberFormat(locale, { minimumFractionDigits: 2 }).format(cm / 100);

const problems: Record<DrawingProblem["code"], (where: string) => string> = {
  not_json: () => "This file is not a FloorspaceJS drawing: it is not JSON at all.",
  not_floorspace: (where) =>
    where ? `This file is not a FloorspaceJS drawing: look at ${where}.` : "This file is not a FloorspaceJS drawing.",
  no_storeys: () => "The drawing has no storey with anything drawn on it.",
  broken_outline: (where) => `The outline of ${where} leads nowhere: draw it again in FloorspaceJS.`,
  too_large: (where) => `The building measures ${where}. The most is a kilometre.`,
  too_many_shapes: (where) => `${where} has more than ${numberFormat(locale).format(2000)} spaces.`,
};

const kinds: Record<FloorShapeInput["kind"], string> = {
  space: "Room or desk",
  wall: "Wall",
  area: "Area, to find the way",
};

const en = {
  subtitle: "Where rooms and desks are. Members see them on the plan with what is free.",
  add: "Add a floor",
  import: "Import a drawing",
  floor: "Floor",
  noneTitle: "No floor drawn yet",
  noneText: "Draw a floor, and place its rooms and desks on it; or import the drawing of a building from FloorspaceJS.",

  newTitle: "Add a floor",
  name: "Name",
  firstName: (n: number) => (n === 0 ? "Ground floor" : `Floor ${n}`),
  widthM: "Width",
  depthM: "Depth",
  metres: "m",
  create: "Add it",
  cancel: "Cancel",
  created: (n: number) => plural("en", n, { one: "Floor added.", other: `${n} floors added.` }),

  importTitle: "Import a drawing",
  importText:
    "A file of FloorspaceJS (.json). Its storeys become floors, its spaces become shapes with their names. Pictures in the file are left out.",
  file: "Drawing",
  tooBig: "The file is larger than 10 MB.",
  problem: ({ code, where }: DrawingProblem) => problems[code](where),
  problemsTitle: "This drawing can't be imported",
  found: (n: number, spaces: number) =>
    formatList("en", [floors(n), plural("en", spaces, { one: `${spaces} space`, other: `${spaces} spaces` })], "unit"),
  /** Ground (12), First (9) */
  shapesOn: (all: readonly { name: string; shapes: number }[]) =>
    formatList(
      "en",
      all.map(({ name, shapes }) => `${name} (${shapes})`),
      "unit",
    ),
  undrawn: (n: number) =>
    plural("en", n, {
      one: "1 space in the file has no outline, or one that encloses nothing, and is left out.",
      other: `${n} spaces in the file have no outline, or one that encloses nothing, and are left out.`,
    }),
  tooDetailed: (where: readonly string[]) => {
    const more = where.length - 3;
    const named = formatList(locale, [...where.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])]);
    const corners = numberFormat(locale).format(2000);
    return plural("en", where.length, {
      one: `The outline of ${named} has more than ${corners} corners, so it is left out. Draw it more simply in FloorspaceJS.`,
      other: `The outlines of ${named} have more than ${corners} corners, so they are left out. Draw them more simply in FloorspaceJS.`,
    });
  },
  importNow: (n: number) => `Add ${floors(n)}`,

  tools: "Tool",
  select: "Select",
  rectangle: "Rectangle",
  polygon: "Polygon",
  undo: "Undo",
  redo: "Redo",
  grid: "Grid",
  gridOff: "Off",
  gridCm: (cm: number) => `${cm} cm`,
  closer: "Closer",
  further: "Further away",
  canvas: (name: string) => `Drawing of ${name}`,
  canvasHelp:
    "Each shape can be reached with Tab. Arrow keys move it by the grid, Shift with arrow keys changes its size, Delete takes it away, Enter goes to its numbers.",
  polygonHelp: "Click for each corner; click the first one again, or press Enter, to finish. Escape gives up.",
  shape: (name: string, kind: string, size: string) => `${name}, ${kind}, ${size}`,
  unnamed: "Unnamed",
  size: (widthCm: number, heightCm: number) => `${metres(widthCm)} × ${metres(heightCm)} m`,

  toPlace: "On no floor yet",
  allPlaced: "Everything has its place.",
  place: (name: string) => `Place ${name}`,
  placeDesks: (name: string, n: number) => `Place ${desks(n)} of ${name}`,
  full: "There is no empty spot left on this floor. Make it larger, or move something.",

  nothing: "Nothing selected",
  nothingText: "Select a shape to see its numbers, or draw one.",
  kind: "It is",
  kinds,
  label: "Label",
  labelHint: "Shown instead of the name.",
  link: "Stands for",
  linkNone: "Nothing that can be booked",
  wholePool: (name: string) => `${name}, all of it`,
  left: "From the left",
  top: "From the top",
  width: "Width",
  height: "Height",
  cm: "cm",
  corners: "Corners",
  cornerX: (n: number) => `Corner ${n}, from the left`,
  cornerY: (n: number) => `Corner ${n}, from the top`,
  addCorner: (n: number) => `Add a corner after corner ${n}`,
  removeCorner: (n: number) => `Take corner ${n} away`,
  remove: "Delete the shape",
  aboutFloor: "The floor",
  order: "Order",
  orderHint: "Floors with a smaller number come first.",
  removeFloor: "Delete the floor",
  removeFloorTitle: (name: string) => `Delete ${name}?`,
  removeFloorText: (n: number) =>
    plural("en", n, {
      one: "Its drawing, with 1 shape, is gone for good. The rooms and desks stay, and can be booked as before.",
      other: `Its drawing, with ${n} shapes, is gone for good. The rooms and desks stay, and can be booked as before.`,
    }),
  removed: "Floor deleted.",
  save: "Save the drawing",
  saved: "Drawing saved.",
  showTheirs: "Show their drawing",
  leave: "Leave without saving? What you drew would be lost.",
};

export type ManageFloorsTexts = WordsLike<typeof en>;
export const manageFloorsTexts = catalog<ManageFloorsTexts>({ en, de: () => import("./floors-texts.de.ts") });
