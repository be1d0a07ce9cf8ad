import { Drawer } from "@working-social/ui";
import type { ReactNode } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { BookDay } from "../use-book-page.ts";
import type { usePanel } from "./use-panel.ts";

type BookSheetProps = { book: BookDay; panel: ReturnType<typeof usePanel>; children: ReactNode };

/** The panel where there is no room beside the day: it comes when something was chosen. */
export function BookSheet({ book, panel, children }: BookSheetProps) {
  const texts = useTexts(bookTexts);
  const { booked } = panel.actions;
  const hasContent = booked !== null || book.chosen !== null;
  return (
    <Drawer
      isOpen={panel.isOpen && hasContent}
      onOpenChange={(isOpen) => !isOpen && panel.close()}
      title={booked ? texts.panel : (book.chosen?.lane.resource.name ?? texts.panel)}
    >
      {children}
    </Drawer>
  );
}
