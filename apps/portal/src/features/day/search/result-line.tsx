import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { BookDay } from "../use-book-page.ts";

/** "3 rooms fit · 2 free": the answer, said again whenever it changes. */
export function ResultLine({ book }: { book: BookDay | null }) {
  const texts = useTexts(bookTexts);
  return (
    <p aria-live="polite" className="text-second figures">
      {book && texts.results(book.fitting.length, book.free.length, commonKind(book))}
    </p>
  );
}

function commonKind({ fitting }: BookDay) {
  const kinds = new Set(fitting.map(({ lane }) => lane.resource.kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind ? kind : null;
}
