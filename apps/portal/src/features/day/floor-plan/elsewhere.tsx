import type { FloorView } from "@working-social/booking/schema";
import type { Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import { freeWord } from "./place-text.ts";
import { laneLine } from "../lane-text.ts";
import type { BookDay } from "../use-book-page.ts";
import { bookTexts } from "../book-texts.ts";

type ElsewhereProps = {
  book: BookDay;
  floors: readonly FloorView[];
  onChoose: (resourceId: string, slot: Interval, by: "pointer") => void;
};

/** What stands on no floor, such as a projector: nothing that can be booked is out of reach. */
export function Elsewhere({ book, floors, onChoose }: ElsewhereProps) {
  const texts = useTexts(floorPlanTexts);
  const words = useTexts(bookTexts);
  const drawn = new Set(floors.flatMap(({ shapes }) => shapes.map(({ resourceId }) => resourceId)));
  const left = book.standings.filter(({ lane }) => !drawn.has(lane.resource.id));
  if (left.length === 0) return null;
  return (
    <section aria-label={texts.elsewhere} className="flex flex-wrap items-center gap-2 text-sm">
      <h2 className="text-sm font-medium text-second">{texts.elsewhere}</h2>
      {left.map((standing) => {
        const { resource } = standing.lane;
        return (
          <button
            key={resource.id}
            type="button"
            aria-pressed={book.chosen?.lane === standing.lane}
            onClick={() => onChoose(resource.id, book.slot, "pointer")}
            className={classNames(
              "min-h-9 rounded-md border px-3 text-start hover:bg-sunk touch:min-h-11",
              standing.isFree ? "border-accent text-ink" : "border-dashed text-second",
            )}
          >
            <span className="font-medium">{resource.name}</span>{" "}
            <span className="text-second figures">
              {standing.isFree
                ? freeWord(standing.verdict, book.day.location.currency, texts)
                : laneLine(standing, book.slot, book.wishes.features, words)}
            </span>
          </button>
        );
      })}
    </section>
  );
}
