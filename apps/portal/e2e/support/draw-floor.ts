import type { Page } from "@playwright/test";
import { create } from "./api.ts";
import type { TestSpace } from "./make-space.ts";

const corners = (x: number, y: number, width: number, height: number) => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
];

/** A floor of the test space, as its manager's browser would send it: Lantern left of Cooper, Booth 2 below Lantern. */
export async function drawFloor(mira: Page, space: TestSpace): Promise<void> {
  const at = (name: string, points: number[]) => ({
    kind: "space",
    label: null,
    points,
    resourceId: space.resources[name],
    unitId: null,
  });
  const shapes = [
    at("Booth 2", corners(100, 700, 500, 400)),
    at("Cooper", corners(1000, 100, 800, 500)),
    at("Lantern", corners(100, 100, 800, 500)),
  ];
  const floor = { name: "Ground floor", sortOrder: 0, widthCm: 2000, heightCm: 1200, shapes };
  await create(mira, "floors.create", { locationId: space.locationId, floors: [floor] });
}
