import type { BookingView } from "@working-social/booking/schema";
import { ConfirmDialog } from "@working-social/ui";
import { useState, type ReactNode } from "react";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { ownThenTexts } from "./own-then-texts.ts";

/** Asks before somebody books a second room for the hour at which they have one: most often it is a slip. */
export function useAskFirst(
  elsewhere: BookingView | null,
  name: string,
  format: Format,
): { ask: (book: () => void) => void; dialog: ReactNode } {
  const texts = useTexts(ownThenTexts);
  const [book, setBook] = useState<(() => void) | null>(null);
  const close = () => setBook(null);
  const dialog = elsewhere && book && (
    <ConfirmDialog
      isOpen
      onOpenChange={close}
      title={texts.alsoTitle(name)}
      confirmLabel={texts.alsoConfirm}
      cancelLabel={texts.alsoKeep}
      onConfirm={() => {
        close();
        book();
      }}
    >
      {texts.alsoText(elsewhere.resourceName, format.span(elsewhere.startsAt, elsewhere.endsAt))}
    </ConfirmDialog>
  );
  return { ask: (run) => (elsewhere ? setBook(() => run) : run()), dialog };
}
