import type { BookingRefusal, SlotView } from "@working-social/booking/schema";
import { Button, Callout } from "@working-social/ui";
import { bookingRefusalSentence, ruleNameOf } from "../../lib/refusals.ts";
import { useForWhom } from "../../lib/for-whom.ts";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";
import { slotLabel } from "./slot-words.ts";

interface RefusalCalloutProps {
  refusals: readonly BookingRefusal[];
  suggestions: readonly SlotView[];
  /** What was asked for: suggestions name only what differs from it. */
  asked: { resourceId: string; startsAt: string };
  /** It was free when the person began to look at it. */
  isNews?: boolean;
  format: Format;
  onSuggestion: (slot: SlotView) => void;
}

/** Why a slot can't be booked, by which rule, and the nearest slots that work, each one press away. */
export function RefusalCallout({
  refusals,
  suggestions,
  asked,
  isNews = false,
  format,
  onSuggestion,
}: RefusalCalloutProps) {
  const texts = useTexts(bookingTexts);
  const whose = useForWhom();
  const isTaken = refusals.length === 1 && refusals[0]?.code === "slot_taken";
  return (
    <Callout
      tone="amber"
      isLive
      title={isTaken ? (isNews ? texts.justTakenTitle : texts.takenTitle) : texts.cannotTitle}
      actions={suggestions.slice(0, 4).map((slot) => (
        <Button key={`${slot.resourceId} ${slot.startsAt}`} size="small" onPress={() => onSuggestion(slot)}>
          {slotLabel(slot, asked, format)}
        </Button>
      ))}
    >
      <ul className="flex flex-col gap-1">
        {refusals.map((refusal) => (
          <li key={refusal.code}>
            {bookingRefusalSentence(refusal, format, whose)}
            <RuleMark name={ruleNameOf(refusal)} />
          </li>
        ))}
      </ul>
      {suggestions.length > 0 && <p className="mt-1.5">{texts.insteadWorks}</p>}
    </Callout>
  );
}

function RuleMark({ name }: { name: string | null }) {
  const texts = useTexts(bookingTexts);
  if (name === null) return null;
  return <span className="block">{texts.byRule(name)}</span>;
}
