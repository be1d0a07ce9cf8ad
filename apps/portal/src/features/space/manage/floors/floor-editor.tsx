import { useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import type { FloorView, ResourceView } from "@working-social/booking/schema";
import { Button, EmptyState, FormError, tellUnreadable } from "@working-social/ui";
import { MousePointer2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { SaveBar } from "../../../manage/form/save-bar.tsx";
import { sayDone } from "../../../../lib/say-done.ts";
import { Canvas } from "./canvas.tsx";
import { floorOf, placeablesOf, type DraftShape } from "./drawing.ts";
import { FloorFields } from "./floor-fields.tsx";
import { Inspector } from "./inspector.tsx";
import { ToPlace } from "./to-place.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useDrawing } from "./use-drawing.ts";

type FloorEditorProps = {
  saved: FloorView;
  others: readonly FloorView[];
  resources: readonly ResourceView[];
  onRemoved: () => void;
};

/** One floor under the pen, saved as a whole. What somebody else saved meanwhile is never overwritten unseen. */
export function FloorEditor({ saved, others, resources, onRemoved }: FloorEditorProps) {
  const texts = useTexts(manageFloorsTexts);
  /** The version that this drawing began with: a newer one from the server must not slip under it. */
  const [base, setBase] = useState(saved);
  const pen = useDrawing(base);
  const [zoom, setZoom] = useState(1);
  const first = useRef<HTMLSelectElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const placeables = useMemo(() => placeablesOf(resources), [resources]);
  const nameOf = ({ label, resourceId, unitId }: DraftShape) =>
    label ?? placeables.find((thing) => thing.resourceId === resourceId && thing.unitId === unitId)?.name ?? "";
  const take = (floor: FloorView) => {
    setBase(floor);
    pen.reset(floor);
  };
  const save = useKeyedAction(trpc.floors.save.mutationOptions(), {
    onDone: (floor) => {
      take(floor);
      sayDone(texts.saved);
    },
  });
  function trySave() {
    if (!tellUnreadable(numbers.current)) save.run({ id: base.id, version: base.version, ...floorOf(pen.drawing) });
  }
  async function showTheirs() {
    const floors = await client.fetchQuery({
      ...trpc.floors.list.queryOptions({ locationId: base.locationId }),
      staleTime: 0,
    });
    const theirs = floors.find(({ id }) => id === base.id);
    save.reset();
    if (theirs) take(theirs);
    else onRemoved();
  }
  useWarning(pen.isChanged, texts.leave);
  return (
    <div className="flex flex-col gap-4">
      <FormError
        actions={
          save.refusal?.code === "changed_meanwhile" && (
            <Button onPress={() => void showTheirs()}>{texts.showTheirs}</Button>
          )
        }
      >
        {save.refusal && refusalSentence(save.refusal)}
      </FormError>
      <Toolbar {...{ pen, zoom }} onZoom={(to) => setZoom(Math.max(1, to))} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <Canvas {...{ pen, zoom, nameOf }} onNumbers={() => first.current?.focus()} />
        <div ref={numbers} className="flex flex-col gap-6">
          {pen.selected ? (
            <Inspector key={pen.selected.key} {...{ pen, placeables, first }} shape={pen.selected} />
          ) : (
            <NothingSelected />
          )}
          <ToPlace {...{ pen, placeables, others }} />
          <FloorFields {...{ pen, onRemoved }} floor={base} />
        </div>
      </div>
      <SaveBar
        isShown={pen.isChanged}
        isPending={save.isPending}
        saveLabel={texts.save}
        onSave={trySave}
        onReset={() => pen.reset(base)}
      />
    </div>
  );
}

/** Asks before unsaved work is left behind. */
function useWarning(isUnsaved: boolean, question: string) {
  useBlocker({
    shouldBlockFn: () => isUnsaved && !window.confirm(question),
    enableBeforeUnload: () => isUnsaved,
  });
}

function NothingSelected() {
  const texts = useTexts(manageFloorsTexts);
  return (
    <EmptyState icon={<MousePointer2 />} title={texts.nothing} className="px-0 py-4">
      {texts.nothingText}
    </EmptyState>
  );
}
