import type { CreateFloorsInput, FloorShapeInput, NewFloor, ResourceView } from "@working-social/booking/schema";

type Box = [x: number, y: number, width: number, height: number];

const corners = ([x, y, width, height]: Box) => [x, y, x + width, y, x + width, y + height, x, y + height];
const plain = { resourceId: null, unitId: null };
const area = (label: string, box: Box): FloorShapeInput => ({ kind: "area", label, points: corners(box), ...plain });
const space = (label: string, box: Box): FloorShapeInput => ({ kind: "space", label, points: corners(box), ...plain });
const wall = (box: Box): FloorShapeInput => ({ kind: "wall", label: null, points: corners(box), ...plain });

/** Old Harbour as it stands on the quay: the halls below, desks and booths by the windows, meeting rooms under the roof. */
export function oldHarbourFloors(locationId: string, resources: readonly ResourceView[]): CreateFloorsInput {
  const named = (name: string) => resources.find((resource) => resource.name === name);
  const room = (name: string, points: number[]): FloorShapeInput[] => {
    const resource = named(name);
    return resource ? [{ kind: "space", label: null, points, resourceId: resource.id, unitId: null }] : [];
  };
  const desks = (named("Window desks")?.units ?? []).map(({ id }, i): FloorShapeInput => {
    const box: Box = [260 + (i % 6) * 220 + (i % 6 > 2 ? 90 : 0), i < 6 ? 90 : 270, 180, 110];
    return {
      kind: "space",
      label: String(i + 1),
      points: corners(box),
      resourceId: named("Window desks")?.id ?? null,
      unitId: id,
    };
  });
  const floor = (name: string, sortOrder: number, shapes: FloorShapeInput[]): NewFloor => ({
    name,
    sortOrder,
    widthCm: 2000,
    heightCm: 1100,
    shapes,
  });
  const stairs = area("Stairs", [1740, 820, 220, 240]);
  return {
    locationId,
    floors: [
      floor("Ground floor", 0, [
        ...room("Harbour hall A", corners([40, 40, 800, 640])),
        ...room("Harbour hall B", corners([850, 40, 800, 640])),
        wall([840, 40, 10, 640]),
        area("Quay terrace", [1690, 40, 270, 640]),
        space("Kitchen", [40, 720, 460, 340]),
        area("Reception", [540, 720, 1160, 340]),
        stairs,
      ]),
      floor("First floor", 10, [
        { ...area("Windows", [220, 50, 1460, 370]), label: null },
        ...desks,
        ...room("Booth 1", corners([40, 560, 200, 220])),
        ...room("Booth 2", corners([40, 800, 200, 220])),
        ...room("Desk 21", corners([1760, 200, 200, 120])),
        space("Library", [300, 560, 620, 460]),
        area("Lounge", [960, 560, 740, 500]),
        stairs,
      ]),
      floor("Second floor", 20, [
        // The corner room goes around the stairwell of the old crane.
        ...room("Lantern", [40, 40, 900, 40, 900, 300, 620, 300, 620, 640, 40, 640]),
        space("Crane", [640, 320, 260, 320]),
        ...room("Cooper", corners([940, 40, 500, 420])),
        area("Gallery", [940, 500, 760, 560]),
        space("Store", [40, 680, 400, 380]),
        area("Roof terrace", [1480, 40, 480, 420]),
        stairs,
      ]),
    ],
  };
}
