import { ErrorState, LoadingAnnouncement, Skeleton } from "@working-social/ui";
import { refusalSentence, type AppRefusal } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { troubleTexts } from "../../lib/texts/trouble.ts";

/** The chart and the lines while they come. */
export function ExplainedSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <LoadingAnnouncement />
      <Skeleton className="h-48 rounded-lg" />
      <Skeleton className="h-72 rounded-lg" />
    </div>
  );
}

export function ExplainFailure({ refusal, onRetry }: { refusal: AppRefusal; onRetry: () => void }) {
  const texts = useTexts(troubleTexts);
  return (
    <ErrorState title={refusal.code === "offline" ? texts.offlineTitle : texts.errorTitle} onRetry={onRetry}>
      {refusalSentence(refusal)}
    </ErrorState>
  );
}
