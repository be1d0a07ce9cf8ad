import type { WordsLike } from "@working-social/kernel";
import type { DrawingProblem } from "@working-social/booking/rules";
import type { FloorShapeInput } from "@working-social/booking/schema";
import { catalog, UNTRANSLATED } from "../../../../lib/texts/catalog.ts";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const problems: Record<DrawingProblem["code"], (where: string) => string> = {
  not_json: () => "This file is not a FloorspaceJS drawing: it is not JSON at all.",
  not_floorspace: (where) => `This file is not a FloorspaceJS drawing${where ? `: look at ${where}` : ""}.`,
  no_storeys: () => "The drawing has no storey with anything drawn on it.",
  broken_outline: (where) => `The outline of ${where} leads nowhere: draw it again in FloorspaceJS.`,
  too_large: (where) => `The building is ${where}; up to a kilometre can be taken.`,
  too_many_shapes: (where) => `${where} has more than 2000 spaces.`,
};

const kinds: Record<FloorShapeInput["kind"], string> = {
  space: "Room or desk",
  wall: "Wall",
  area: "Area to find one's way",
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
  created: (n: number) => (n === 1 ? "Floor added." : `${n} floors added.`),

  importTitle: "Import a drawing",
  importText:
    "A file of FloorspaceJS (.json). Its storeys become floors, its spaces become shapes with their names. Pictures in the file are left out.",
  file: "Drawing",
  tooBig: "The file is larger than 10 MB.",
  problem: ({ code, where }: DrawingProblem) => problems[code](where),
  problemsTitle: "This drawing can't be taken",
  found: (floors: number, spaces: number) => `${count(floors, "floor", "floors")}, ${count(spaces, "space", "spaces")}`,
  undrawn: (n: number) =>
    `${count(n, "space", "spaces")} of the file ${n === 1 ? "has" : "have"} no outline, or one that encloses nothing, and ${n === 1 ? "is" : "are"} left out.`,
  tooDetailed: (where: readonly string[]) =>
    `${where.slice(0, 3).join(", ")}${where.length > 3 ? ` and ${where.length - 3} more` : ""}: ${where.length === 1 ? "its outline has" : "their outlines have"} more than 2000 corners, so ${where.length === 1 ? "it is" : "they are"} left out. Draw ${where.length === 1 ? "it" : "them"} more simply in FloorspaceJS.`,
  importNow: (n: number) => `Add ${count(n, "floor", "floors")}`,

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
  polygonHelp: "Press for each corner; press the first one again, or Enter, to finish. Escape gives up.",
  shape: (name: string, kind: string, size: string) => `${name}, ${kind}, ${size}`,
  unnamed: "Unnamed",
  size: (widthCm: number, heightCm: number) => `${(widthCm / 100).toFixed(2)} × ${(heightCm / 100).toFixed(2)} m`,

  toPlace: "On no floor yet",
  allPlaced: "Everything has its place.",
  place: (name: string) => `Place ${name}`,
  placeDesks: (name: string, n: number) => `Place ${count(n, "desk", "desks")} of ${name}`,
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
  toFront: "To the front",
  toBack: "To the back",
  remove: "Delete the shape",
  aboutFloor: "The floor",
  order: "Order",
  orderHint: "Floors with a smaller number come first.",
  removeFloor: "Delete the floor",
  removeFloorTitle: (name: string) => `Delete ${name}?`,
  removeFloorText: (n: number) =>
    `Its drawing of ${count(n, "shape", "shapes")} goes for ever. The rooms and desks stay, and can be booked as before.`,
  removed: "Floor deleted.",
  save: "Save the drawing",
  saved: "Drawing saved.",
  showTheirs: "Show their drawing",
  leave: "Leave without saving? What you drew would be lost.",
};

export type ManageFloorsTexts = WordsLike<typeof en>;
export const manageFloorsTexts = catalog<ManageFloorsTexts>({ en, de: UNTRANSLATED });
