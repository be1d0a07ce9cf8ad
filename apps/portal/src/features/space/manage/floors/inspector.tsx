import { boundsOf, cornersOf, isRectangle, pointsOf, type Box } from "@working-social/booking/rules";
import type { FloorShapeInput } from "@working-social/booking/schema";
import { Button, IconButton, NumberField, Section, Select, TextField } from "@working-social/ui";
import { Plus, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { isPlaced, type DraftShape, type Placeable } from "./drawing.ts";
import { withBox, withMoreCorners, withoutCorner } from "./reshape.ts";
import type { Pen } from "./use-drawing.ts";

type InspectorProps = {
  pen: Pen;
  shape: DraftShape;
  placeables: readonly Placeable[];
  first: RefObject<HTMLSelectElement | null>;
};

/** The selected shape in words and numbers: all that the hand can do, and exactly. */
export function Inspector({ pen, shape, placeables, first }: InspectorProps) {
  const texts = useTexts(manageFloorsTexts);
  const kinds = (["space", "wall", "area"] as const).map((id) => ({ id, label: texts.kinds[id] }));
  const isKind = (id: string): id is FloorShapeInput["kind"] => kinds.some((kind) => kind.id === id);
  return (
    <div className="flex flex-col gap-3">
      <Select
        ref={first}
        label={texts.kind}
        options={kinds}
        value={shape.kind}
        onChange={(id) => isKind(id) && pen.describe(shape.key, { kind: id })}
      />
      {shape.kind === "space" && <LinkField {...{ pen, shape, placeables }} />}
      <TextField
        label={texts.label}
        description={shape.resourceId !== null && texts.labelHint}
        value={shape.label ?? ""}
        onChange={(text) => pen.describe(shape.key, { label: text.slice(0, 120) === "" ? null : text.slice(0, 120) })}
      />
      <BoxFields pen={pen} shape={shape} />
      {!isRectangle(shape.points) && <CornerFields pen={pen} shape={shape} />}
      <Button onPress={() => pen.remove(shape.key)}>
        <Trash2 aria-hidden="true" className="size-4" />
        {texts.remove}
      </Button>
    </div>
  );
}

function LinkField({ pen, shape, placeables }: Omit<InspectorProps, "first">) {
  const texts = useTexts(manageFloorsTexts);
  const idOf = ({ resourceId, unitId }: Pick<Placeable, "resourceId" | "unitId">) => `${resourceId} ${unitId ?? ""}`;
  const own = (thing: Placeable) => thing.resourceId === shape.resourceId && thing.unitId === shape.unitId;
  const isPool = (thing: Placeable) =>
    placeables.some(({ resourceId, unitId }) => resourceId === thing.resourceId && unitId !== null);
  const free = placeables.filter((thing) => own(thing) || !isPlaced(pen.drawing, thing));
  const options = [
    { id: "", label: texts.linkNone },
    ...free.map((thing) => ({
      id: idOf(thing),
      label: thing.unitId === null && isPool(thing) ? texts.wholePool(thing.name) : thing.name,
    })),
  ];
  const current = free.find(own);
  return (
    <Select
      label={texts.link}
      options={options}
      value={current ? idOf(current) : ""}
      onChange={(id) => {
        const thing = free.find((one) => idOf(one) === id);
        pen.describe(shape.key, { resourceId: thing?.resourceId ?? null, unitId: thing?.unitId ?? null });
      }}
    />
  );
}

function BoxFields({ pen, shape }: { pen: Pen; shape: DraftShape }) {
  const texts = useTexts(manageFloorsTexts);
  const box = boundsOf(shape.points);
  const field = (name: keyof Box, label: string, minimum: number, maximum: number) => (
    <NumberField
      label={label}
      suffix={texts.cm}
      hasSteppers={false}
      step={Math.max(pen.gridCm, 1)}
      {...{ minimum, maximum }}
      value={box[name]}
      onChange={(cm) =>
        cm !== null && pen.reshape(shape.key, withBox(shape.points, { [name]: Math.round(cm) }, pen.drawing), name)
      }
    />
  );
  const { widthCm, heightCm } = pen.drawing;
  return (
    <div className="grid grid-cols-2 gap-3">
      {field("x", texts.left, 0, widthCm - box.width)}
      {field("y", texts.top, 0, heightCm - box.height)}
      {field("width", texts.width, 1, widthCm)}
      {field("height", texts.height, 1, heightCm)}
    </div>
  );
}

function CornerFields({ pen, shape }: { pen: Pen; shape: DraftShape }) {
  const texts = useTexts(manageFloorsTexts);
  const corners = cornersOf(shape.points);
  const set = (index: number, change: { x?: number; y?: number }) =>
    pen.reshape(
      shape.key,
      pointsOf(corners.map((corner, i) => (i === index ? { ...corner, ...change } : corner))),
      `corner ${index}`,
    );
  const shared = {
    isLabelHidden: true,
    hasSteppers: false,
    minimum: 0,
    step: Math.max(pen.gridCm, 1),
    className: "flex-1",
  };
  return (
    <Section title={texts.corners}>
      <ol className="flex max-h-72 flex-col gap-1.5 overflow-y-auto">
        {corners.map(({ x, y }, i) => (
          <li key={i} className="flex items-center gap-1.5">
            <NumberField
              {...shared}
              label={texts.cornerX(i + 1)}
              maximum={pen.drawing.widthCm}
              value={x}
              onChange={(cm) => cm !== null && set(i, { x: Math.round(cm) })}
            />
            <NumberField
              {...shared}
              label={texts.cornerY(i + 1)}
              maximum={pen.drawing.heightCm}
              value={y}
              onChange={(cm) => cm !== null && set(i, { y: Math.round(cm) })}
            />
            <IconButton
              size="small"
              aria-label={texts.addCorner(i + 1)}
              onPress={() => pen.reshape(shape.key, withMoreCorners(shape.points, i))}
            >
              <Plus aria-hidden="true" className="size-4" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={texts.removeCorner(i + 1)}
              isDisabled={corners.length <= 3}
              onPress={() => pen.reshape(shape.key, withoutCorner(shape.points, i))}
            >
              <Trash2 aria-hidden="true" className="size-4" />
            </IconButton>
          </li>
        ))}
      </ol>
    </Section>
  );
}
