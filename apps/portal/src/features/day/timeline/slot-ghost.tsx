import type { Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { TriangleAlert } from "lucide-react";
import type { Format } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts, type BookTexts } from "../book-texts.ts";
import { placeOf, shortSpan } from "../place.ts";
import { WholeLine } from "../whole-line.tsx";

export type GhostLook = "chosen" | "refused" | "also";

type SlotGhostProps = { slot: Interval; scale: Interval; format: Format; look: GhostLook; isDragged?: boolean };

const looks: Record<GhostLook, string> = {
  chosen: "border-2 border-accent bg-paper text-accent",
  refused: "border-2 border-dashed border-amber bg-amber-weak text-amber-on-weak",
  also: "border border-dashed border-accent text-accent",
};

/** The slot that would be booked, drawn where it would lie; on other rows, that they are free then as well. */
export function SlotGhost({ slot, scale, format, look, isDragged }: SlotGhostProps) {
  const texts = useTexts(bookTexts);
  return (
    <span aria-hidden="true" style={placeOf(slot, scale)} className="pointer-events-none absolute inset-y-1.5 z-2">
      <span
        className={classNames(
          "flex flex-col justify-center overflow-hidden rounded-md px-1 text-xs leading-4 figures",
          looks[look],
          look === "also" ? "my-1 h-[calc(100%-0.5rem)]" : "h-full",
          isDragged && "shadow-float",
        )}
      >
        <GhostText {...{ look, slot, format }} texts={texts} />
      </span>
      {look !== "also" && <Handles look={look} />}
    </span>
  );
}

function GhostText({
  look,
  slot,
  format,
  texts,
}: Pick<SlotGhostProps, "look" | "slot" | "format"> & { texts: BookTexts }) {
  if (look === "also") return <WholeLine>{texts.alsoFree}</WholeLine>;
  return (
    <>
      <span className="font-semibold">
        <WholeLine>
          {look === "refused" && <TriangleAlert className="size-3 shrink-0" />}
          {texts.yourChoice}
        </WholeLine>
      </span>
      <WholeLine>{shortSpan(slot, format)}</WholeLine>
    </>
  );
}

/** Where to take hold of the edges. They only show it: the track itself takes the pointer. */
function Handles({ look }: { look: GhostLook }) {
  const dot = classNames(
    "absolute top-1/2 size-2 -translate-y-1/2 rounded-full",
    look === "refused" ? "bg-amber" : "bg-accent",
  );
  return (
    <>
      <span className={classNames(dot, "-start-1")} />
      <span className={classNames(dot, "-end-1")} />
    </>
  );
}
