import type { Interval } from "@working-social/kernel";
import { percent } from "../place.ts";
import { shareOf } from "../day-scale.ts";

/** Under a dragged slot that would be refused: why, by the same rules that the server goes by. */
export function DragNote({ slot, scale, sentence }: { slot: Interval; scale: Interval; sentence: string }) {
  const middle = shareOf(scale, (slot.start + slot.end) / 2);
  const side =
    middle > 0.6
      ? { insetInlineEnd: percent(1 - shareOf(scale, slot.end)) }
      : { insetInlineStart: percent(shareOf(scale, slot.start)) };
  return (
    <p
      aria-hidden="true"
      style={side}
      className="pointer-events-none absolute top-[calc(100%-2px)] z-20 w-max max-w-72 rounded-md bg-amber-weak px-2.5 py-1.5 text-sm font-medium text-amber-on-weak shadow-float"
    >
      {sentence}
    </p>
  );
}
