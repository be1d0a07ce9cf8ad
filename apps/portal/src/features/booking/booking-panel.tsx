import type { BookingView, LocationView, ResourceView, SlotView } from "@working-social/booking/schema";
import { useEffect, useState } from "react";
import { ForWhom } from "../../lib/for-whom.ts";
import { formatIn } from "../../lib/format.ts";
import { useMe } from "../../lib/me.ts";
import { bookingRefusalSentence } from "../../lib/refusals.ts";
import { bookingTexts } from "./booking-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { ownThenTexts } from "./own-then-texts.ts";
import { useAskFirst } from "./ask-first.tsx";
import { BookForm, type BookingDetails } from "./book-form.tsx";
import { useOwnThen } from "./own-then.ts";
import { PanelHeading } from "./panel-heading.tsx";
import { PriceSection } from "./price-section.tsx";
import { RefusalCallout } from "./refusal-callout.tsx";
import { RoomDrawing } from "./room-drawing.tsx";
import type { Booker } from "./use-book.ts";
import { useQuote, type QuoteState } from "./use-quote.ts";
import { useTries } from "./use-tries.ts";
import { useWasFree } from "./use-was-free.ts";
import { YoursCallout } from "./yours-callout.tsx";

export interface BookingPanelProps {
  resource: ResourceView;
  location: LocationView;
  /** Instants on the wire; what is shown is the location's wall clock. */
  slot: { startsAt: string; endsAt: string };
  /** A suggestion was pressed: show that slot, which may be of another resource. What was typed stays. */
  onSlotChange: (slot: SlotView) => void;
  /** After the toast has been shown. */
  onBooked: (booking: BookingView) => void;
  /** For a sheet whose title says what it is. */
  isHeadingHidden?: boolean;
  /** Staff chose somebody else to book for, or nobody any more; must be stable. */
  onForOther?: (isForOther: boolean) => void;
}

const noDetails: BookingDetails = { title: "", isTitlePublic: false, forPersonId: null, forPersonName: null };

/**
 * Everything between choosing a slot and having it: what, when, where, the price with its reasons, the policy, and the
 * button; or why not, and what works instead. Mounted once and given other slots, it keeps what was typed.
 */
export function BookingPanel({
  resource,
  location,
  slot,
  onSlotChange,
  onBooked,
  isHeadingHidden,
  onForOther,
}: BookingPanelProps) {
  const [texts, ownTexts] = [useTexts(bookingTexts), useTexts(ownThenTexts)];
  const format = formatIn(location.timeZone);
  const mayBookForOthers = useMe().permissions.manageBookings;
  const [details, setDetails] = useState(noDetails);
  useReportForOther(details.forPersonId !== null, onForOther);
  const wish = { resourceId: resource.id, ...slot, forPersonId: details.forPersonId };
  const quote = useQuote(wish);
  const wasFree = useWasFree(wish, quote.answer?.isBookable === true && !quote.isStale);
  const done = (booking: BookingView) => {
    setDetails(noDetails);
    onBooked(booking);
  };
  const { book, hold } = useTries({ wish, details, quote, onBooked: done });

  const answer = quote.answer;
  // While a try is under way, or its answer got lost, "taken" may mean: by this very try.
  const isOwnTry = book.isPending || book.retry !== null;
  const refused = isOwnTry ? null : refusedBy(book.refusal, answer);
  const own = useOwnThen(wish);
  // Of a pool one can have a second desk; a room that one has is not for sale, also before its price is asked for again.
  const yours =
    !isOwnTry && (refused || resource.units.length === 1 || resource.allocation === "all_units") ? own.here : null;
  const also = useAskFirst(own.elsewhere ?? own.here, resource.name, format);
  const price = answer?.quote ?? null;
  const isAsking = !isOwnTry && (answer === undefined || quote.isStale);
  const { title, isTitlePublic, forPersonName: whose } = details;
  const bookNow = () => price && book.run({ ...wish, title, isTitlePublic, expectedTotalMinor: price.totalMinor });
  const firstRefusal = refused?.refusals[0];
  const reason = firstRefusal ? bookingRefusalSentence(firstRefusal, format, whose) : null;
  const unavailable = yours ? ownTexts.yoursTitle : isAsking ? texts.loadingPrice : reason;
  return (
    <ForWhom value={whose}>
      <div className="flex flex-col gap-5">
        <PanelHeading {...{ resource, location, slot, format, isHeadingHidden }} />
        <RoomDrawing resource={resource} />
        {yours && <YoursCallout booking={yours} format={format} />}
        {refused && !yours && (
          <RefusalCallout {...refused} isNews={wasFree} asked={wish} format={format} onSuggestion={onSlotChange} />
        )}
        <PriceSection state={quote} />
        <BookForm
          name={resource.name}
          {...{ details, format, mayBookForOthers }}
          onChange={setDetails}
          quote={price}
          startsAt={slot.startsAt}
          unavailableReason={unavailable}
          refusal={refused ? null : (book.refusal ?? hold.refusal)}
          isPending={book.isPending}
          isHolding={hold.isPending}
          onBook={book.retry ?? (() => also.ask(bookNow))}
          onHold={details.forPersonId === null ? () => hold.run({ resourceId: resource.id, ...slot }) : null}
        />
        {also.dialog}
      </div>
    </ForWhom>
  );
}

/** Tells the page while it is so; no longer when the panel goes. */
function useReportForOther(isForOther: boolean, tell: BookingPanelProps["onForOther"]) {
  useEffect(() => {
    if (!isForOther) return;
    tell?.(true);
    return () => tell?.(false);
  }, [isForOther, tell]);
}

/** The refusals to show: of the try to book, which is newer, else of the quote. */
function refusedBy(refusal: Booker["refusal"], answer: QuoteState["answer"]) {
  if (answer && !answer.isBookable) return { refusals: answer.refusals, suggestions: answer.suggestions };
  if (refusal?.code === "cannot_book") return { refusals: refusal.refusals, suggestions: refusal.suggestions };
  return null;
}
