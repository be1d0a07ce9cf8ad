import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { isPhysical } from "@working-social/booking/rules";
import type { BookingRefusal, QuoteAnswer, SlotView } from "@working-social/booking/schema";
import { Callout, SkeletonText } from "@working-social/ui";
import { ForWhom } from "../../../../lib/for-whom.ts";
import type { Format } from "../../../../lib/format.ts";
import { bookingRefusalSentence, ruleNameOf } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { QuoteLines } from "../../../booking/quote-lines.tsx";
import { RefusalCallout } from "../../../booking/refusal-callout.tsx";

interface Asked {
  resourceId: string;
  startsAt: string;
  endsAt: string;
  forPersonId: string;
}

export interface MemberQuote {
  asked: Asked | null;
  /** What staff gets for the member. */
  answer: QuoteAnswer | undefined;
  /** An answer is still that of what was asked before. */
  isStale: boolean;
  /** The rules that would stop the member alone, and that staff goes past. */
  overridden: BookingRefusal[];
}

/** The price and the answer for staff, and beside it what the member's own rules would say. */
export function useMemberQuote(asked: Asked | null): MemberQuote {
  const input = asked ?? { resourceId: "", startsAt: "", endsAt: "", forPersonId: "" };
  const options = { enabled: asked !== null, placeholderData: keepPreviousData };
  const { forPersonId, ...slot } = input;
  const quote = useQuery(trpc.bookings.quote.queryOptions(input, options));
  const alone = useQuery(trpc.availability.simulate.queryOptions({ personId: forPersonId, ...slot }, options));
  const refusals = alone.data && !alone.data.isBookable ? alone.data.refusals : [];
  return {
    asked,
    answer: quote.data,
    isStale: quote.isPlaceholderData || alone.isPlaceholderData,
    overridden: quote.data?.isBookable ? refusals.filter((refusal) => !isPhysical(refusal)) : [],
  };
}

type QuoteForMemberProps = { state: MemberQuote; personName: string; format: Format; onSlot: (slot: SlotView) => void };

/** What it costs the member; which rules staff goes past; or why even staff can't, and what works instead. */
export function QuoteForMember({ state, personName, format, onSlot }: QuoteForMemberProps) {
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const { asked, answer, overridden } = state;
  if (!asked) return null;
  if (!answer) return <SkeletonText lines={3} />;
  return (
    <ForWhom value={personName}>
      <div aria-live="polite" className="flex flex-col gap-4">
        {!answer.isBookable && (
          <RefusalCallout
            refusals={answer.refusals}
            suggestions={answer.suggestions}
            {...{ asked, format }}
            onSuggestion={onSlot}
          />
        )}
        {overridden.length > 0 && (
          <Callout tone="amber" title={texts.overrides(personName)}>
            <p>{texts.overridesText}</p>
            <ul className="list-disc ps-4">
              {overridden.map((refusal) => (
                <li key={refusal.code}>
                  {[bookingRefusalSentence(refusal, format, personName), ruleNameOf(refusal)]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {answer.quote && (
          <>
            <QuoteLines quote={answer.quote} />
            <p className="text-sm text-second">{texts.price}</p>
          </>
        )}
      </div>
    </ForWhom>
  );
}
