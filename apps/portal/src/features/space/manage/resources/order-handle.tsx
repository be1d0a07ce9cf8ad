import type { ResourceView } from "@working-social/booking/schema";
import { GripVertical } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import type { Order } from "./use-order.ts";

type OrderHandleProps = { resource: ResourceView; shown: readonly ResourceView[]; order: Order };

/** Takes a row to another place: by a finger or the mouse, or with the arrow keys. Letting go keeps the order. */
export function OrderHandle({ resource: { id, name }, shown, order }: OrderHandleProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const at = shown.findIndex((one) => one.id === id);

  function moveByKey(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const target = step === undefined ? undefined : shown[at + step];
    if (step === undefined) return;
    event.preventDefault();
    if (!target) return;
    order.focus(id);
    order.move(id, target.id);
  }
  /** Listens to the window: a row that moves would lose a capture of the pointer. */
  function drag(pressed: PointerEvent) {
    if (pressed.button !== 0) return;
    const over = new AbortController();
    const { signal } = over;
    const drop = () => {
      over.abort();
      order.save();
    };
    const follow = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const row = document.elementFromPoint(clientX, clientY)?.closest("tr");
      const target = row?.querySelector<HTMLElement>("[data-handle]")?.dataset["handle"];
      if (target && target !== id) order.move(id, target);
    };
    addEventListener("pointermove", follow, { signal });
    addEventListener("pointerup", drop, { signal });
    addEventListener("pointercancel", drop, { signal });
  }
  return (
    <button
      type="button"
      data-handle={id}
      aria-label={texts.move(name, at + 1, shown.length)}
      title={texts.moveHint}
      onKeyDown={moveByKey}
      onKeyUp={(event) => event.key.startsWith("Arrow") && order.save()}
      onPointerDown={drag}
      className="grid size-9 cursor-grab touch-none place-items-center rounded-md text-second hover:bg-sunk hover:text-ink active:cursor-grabbing touch:size-11"
    >
      <GripVertical aria-hidden="true" className="size-4" />
    </button>
  );
}
