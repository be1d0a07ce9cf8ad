import { Link } from "@tanstack/react-router";
import type { BookingView, LocationView, QuoteAnswer, ResourceView, SlotView } from "@working-social/booking/schema";
import { Button, buttonClass, Callout, classNames, FormError, Section, toast } from "@working-social/ui";
import { formatPrice, formatIn } from "../../../lib/format.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts, type BookTexts } from "../book-texts.ts";
import { PanelHeading } from "../../booking/panel-heading.tsx";
import { PanelSkeleton } from "../../booking/panel-skeleton.tsx";
import { QuoteLines } from "../../booking/quote-lines.tsx";
import { RefusalCallout } from "../../booking/refusal-callout.tsx";
import { useMove, type Target } from "./use-move.ts";

type MovePanelProps = {
  bookingId: string;
  resource: ResourceView;
  location: LocationView;
  target: Target;
  isHeadingHidden: boolean;
  onSlotChange: (slot: SlotView) => void;
  /** It was moved, or stays where it was. */
  onDone: () => void;
};

/** One's own booking on its way to another time or room: what changes, what it costs, and the button. */
export function MovePanel({
  bookingId,
  resource,
  location,
  target,
  isHeadingHidden,
  onSlotChange,
  onDone,
}: MovePanelProps) {
  const texts = useTexts(bookTexts);
  const format = formatIn(location.timeZone);
  const { booking, error, answer, isElsewhere, isStale, move, action } = useMove(bookingId, target, (moved) => {
    const when = `${format.shortDay(moved.startsAt)}, ${format.span(moved.startsAt, moved.endsAt)}`;
    toast({ title: texts.moved(moved.resourceName, when), tone: "accent" });
    onDone();
  });
  const refused =
    answer && !answer.isBookable ? answer : action.refusal?.code === "cannot_book" ? action.refusal : null;
  if (!booking && error)
    return (
      <Callout tone="red" actions={<Button onPress={onDone}>{texts.moveKeep}</Button>}>
        {refusalSentence(refusalOf(error), format)}
      </Callout>
    );
  if (!booking) return <PanelSkeleton />;
  const was = `${booking.resourceName}, ${format.shortDay(booking.startsAt)}, ${format.span(booking.startsAt, booking.endsAt)}`;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm font-semibold text-second">{booking.title || texts.moveTitle}</p>
      <PanelHeading {...{ resource, location, format, isHeadingHidden }} slot={target} />
      <p className="-mt-3 text-sm text-second figures">{isElsewhere ? texts.moveFrom(was) : texts.moveHint}</p>
      {refused && <RefusalCallout {...refused} asked={target} format={format} onSuggestion={onSlotChange} />}
      {isElsewhere && <Price {...{ answer, booking, isStale, texts }} />}
      <FormError>{action.refusal && !refused && refusalSentence(action.refusal, format)}</FormError>
      <div className="flex flex-col gap-2">
        {isElsewhere && (
          <Button
            variant="primary"
            size="large"
            className="w-full"
            isDisabled={!answer?.isBookable || isStale}
            isPending={action.isPending}
            onPress={move}
          >
            {texts.moveAction}
          </Button>
        )}
        <Link to="/bookings/$bookingId" params={{ bookingId }} className={buttonClass({ className: "w-full" })}>
          {texts.seeBooking}
        </Link>
        <Button variant="quiet" className="w-full" onPress={onDone}>
          {texts.moveKeep}
        </Button>
      </div>
    </div>
  );
}

type PriceProps = { answer: QuoteAnswer | undefined; booking: BookingView; isStale: boolean; texts: BookTexts };

function Price({ answer, booking, isStale, texts }: PriceProps) {
  const quote = answer?.quote;
  if (!quote) return null;
  const difference = quote.totalMinor - (booking.quote?.totalMinor ?? 0);
  return (
    <Section
      title={differenceText(difference, quote.currency, texts)}
      level={3}
      className={classNames("transition-opacity", isStale && "opacity-55")}
    >
      <QuoteLines quote={quote} />
    </Section>
  );
}

function differenceText(differenceMinor: number, currency: string, texts: BookTexts): string {
  if (differenceMinor === 0) return texts.moveSame;
  const amount = formatPrice(Math.abs(differenceMinor), currency);
  return differenceMinor > 0 ? texts.moveCosts(amount) : texts.moveSaves(amount);
}
