import { useId } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import { hatchOf, looks, Marks } from "./marks.tsx";
import type { PlaceState } from "./places.ts";

/** What the outlines and patterns mean. */
export function Legend() {
  const texts = useTexts(floorPlanTexts);
  const book = useTexts(bookTexts);
  const id = useId().replaceAll(":", "");
  const shown: [PlaceState, string][] = [
    ["free", texts.free],
    ["yours", texts.yours],
    ["taken", texts.taken],
    ["closed", texts.closed],
    ["misfit", book.doesNotFit],
  ];
  return (
    <ul aria-label={texts.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-second">
      {shown.map(([state, word]) => (
        <li key={state} className="flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 22 14" className="h-3.5 w-5.5">
            <Marks id={`${id}${state}`} cmPerPx={1} />
            <rect
              x={1}
              y={1}
              width={20}
              height={12}
              rx={2}
              fill={hatchOf(`${id}${state}`, state)}
              className={`${looks[state].fill} ${looks[state].outline}`}
            />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
