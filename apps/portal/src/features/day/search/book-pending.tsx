import { Page, PageHeader, Skeleton, useMediaQuery } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { PanelSkeleton } from "../../booking/panel-skeleton.tsx";
import { wideQuery } from "./day-part.tsx";
import { TimelineSkeleton } from "../timeline-skeleton.tsx";

/** The Book page's outline while its first day comes. */
export function BookPending() {
  const texts = useTexts(bookTexts);
  const isWide = useMediaQuery(wideQuery);
  return (
    <Page width="wide" aside={isWide && <PanelSkeleton />} asideLabel={texts.panel}>
      <PageHeader title={texts.title} />
      <div className="flex flex-wrap gap-2">
        {["w-30", "w-36", "w-26", "w-28", "w-36"].map((width, index) => (
          <Skeleton key={`${width}-${index + 1}`} className={`h-10.5 rounded-md ${width}`} />
        ))}
      </div>
      <TimelineSkeleton />
    </Page>
  );
}
