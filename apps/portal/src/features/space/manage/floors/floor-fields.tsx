import { boundsOf } from "@working-social/booking/rules";
import type { FloorView } from "@working-social/booking/schema";
import { Button, ConfirmDialog, NumberField, Section, TextField } from "@working-social/ui";
import { useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import type { Pen } from "./use-drawing.ts";

type FloorFieldsProps = { pen: Pen; floor: FloorView; onRemoved: () => void };

/** The floor itself: its name, its place in the list, its size; never smaller than what is on it. */
export function FloorFields({ pen, floor, onRemoved }: FloorFieldsProps) {
  const texts = useTexts(manageFloorsTexts);
  const { drawing } = pen;
  const boxes = drawing.shapes.map(({ points }) => boundsOf(points));
  const leastWidthCm = Math.max(100, ...boxes.map(({ x, width }) => x + width));
  const leastHeightCm = Math.max(100, ...boxes.map(({ y, height }) => y + height));
  const sizes = { suffix: texts.metres, hasSteppers: false, step: 0.5, precision: 2, maximum: 1000 };
  return (
    <Section title={texts.aboutFloor}>
      <div className="flex flex-col gap-3">
        <TextField
          label={texts.name}
          value={drawing.name}
          onChange={(name) => pen.change({ ...drawing, name }, "floor name")}
        />
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            {...sizes}
            label={texts.widthM}
            minimum={leastWidthCm / 100}
            value={drawing.widthCm / 100}
            onChange={(m) => m !== null && pen.change({ ...drawing, widthCm: Math.round(m * 100) }, "floor width")}
          />
          <NumberField
            {...sizes}
            label={texts.depthM}
            minimum={leastHeightCm / 100}
            value={drawing.heightCm / 100}
            onChange={(m) => m !== null && pen.change({ ...drawing, heightCm: Math.round(m * 100) }, "floor height")}
          />
        </div>
        <NumberField
          label={texts.order}
          description={texts.orderHint}
          minimum={0}
          maximum={100_000}
          value={drawing.sortOrder}
          onChange={(order) =>
            order !== null && pen.change({ ...drawing, sortOrder: Math.round(order) }, "floor order")
          }
        />
        <RemoveFloor {...{ floor, onRemoved }} />
      </div>
    </Section>
  );
}

function RemoveFloor({ floor, onRemoved }: Omit<FloorFieldsProps, "pen">) {
  const texts = useTexts(manageFloorsTexts);
  const [isAsking, setIsAsking] = useState(false);
  const remove = useKeyedAction(trpc.floors.remove.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      setIsAsking(false);
      onRemoved();
      sayDone(texts.removed);
    },
  });
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{texts.removeFloor}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={texts.removeFloorTitle(floor.name)}
        confirmLabel={texts.removeFloor}
        tone="danger"
        isPending={remove.isPending}
        onConfirm={() => remove.run({ id: floor.id, version: floor.version })}
      >
        {texts.removeFloorText(floor.shapes.length)}
      </ConfirmDialog>
    </>
  );
}
