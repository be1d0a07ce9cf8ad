import { Button, Callout, classNames, LoadingAnnouncement, Section, Skeleton, useUiText } from "@working-social/ui";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";
import { QuoteLines } from "./quote-lines.tsx";
import type { QuoteState } from "./use-quote.ts";

/** The price with its reasons; its outline while it is asked for, and the last one, dimmed, while the slot changes. */
export function PriceSection({ state }: { state: QuoteState }) {
  const texts = useTexts(bookingTexts);
  const { retry } = useUiText();
  if (state.failure && !state.answer)
    return (
      <Callout
        tone="red"
        isLive
        actions={
          <Button size="small" onPress={state.retry}>
            {retry}
          </Button>
        }
      >
        {refusalSentence(state.failure)}
      </Callout>
    );
  if (state.answer?.quote === null) return null;
  return (
    <Section title={texts.whatItCosts} level={3}>
      {state.answer ? (
        <div className={classNames("transition-opacity", state.isStale && "opacity-55")}>
          <QuoteLines quote={state.answer.quote} isLive={!state.isStale} />
        </div>
      ) : (
        <PriceSkeleton label={texts.loadingPrice} />
      )}
    </Section>
  );
}

function PriceSkeleton({ label }: { label: string }) {
  return (
    <div className="flex flex-col gap-3">
      <LoadingAnnouncement label={label} />
      <Skeleton className="h-5.5 w-full" />
      <Skeleton className="h-5.5 w-full" />
      <Skeleton className="mt-3 h-6 w-full" />
    </div>
  );
}
