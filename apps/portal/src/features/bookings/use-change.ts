import { keptOfLines } from "@working-social/booking/rules";
import type { BookingRefusal, BookingView, SlotView } from "@working-social/booking/schema";
import { formatInstant, type Interval } from "@working-social/kernel";
import { toast } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../lib/action.ts";
import { useIntention } from "../../lib/idempotency.ts";
import type { AppRefusal } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import type { ChangeWish } from "./slot-fields.tsx";
import { useChangeQuote, type ChangeQuoteState } from "./use-change-quote.ts";
import { slotOf, timesOf } from "./wished-slot.ts";

/** What the booking should become, as typed. */
interface Draft extends ChangeWish {
  title: string;
  isTitlePublic: boolean;
}

export interface Change {
  draft: Draft;
  edit: (changes: Partial<Draft>) => void;
  /** A suggestion instead. */
  choose: (slot: SlotView) => void;
  /** null while the times make no slot. */
  slot: Interval | null;
  isSlotChanged: boolean;
  /** The booking is no longer what it was when the sheet was opened. */
  isChangedMeanwhile: boolean;
  quote: ChangeQuoteState;
  refused: { refusals: BookingRefusal[]; suggestions: SlotView[] } | null;
  /** What else went wrong with the last try. */
  refusal: AppRefusal | null;
  /** Why it can't be saved now: a key of the texts; null: it can. */
  problem: "endsBeforeStart" | "cannotYet" | "noChange" | null;
  isPending: boolean;
  save: () => void;
}

/** The state of changing one booking. */
export function useChange(booking: BookingView, onSaved: () => void): Change {
  const texts = useTexts(bookingsTexts);
  const intention = useIntention();
  const [draft, setDraft] = useState(() => draftOf(booking));
  const [openedSequence] = useState(booking.sequence);
  const slot = slotOf(draft.times, booking.timeZone);
  const isSlotChanged = slot !== null && !isSameSlot(booking, draft.resourceId, slot);
  const quote = useChangeQuote(booking, draft.resourceId, isSlotChanged ? slot : null);
  const action = useAction(trpc.bookings.change.mutationOptions(), {
    onDone: () => {
      intention.done();
      toast({ title: texts.saved, tone: "accent" });
      onSaved();
    },
  });
  const refusedTry = action.refusal?.code === "cannot_book" ? action.refusal : null;
  const refused = quote.refused ?? refusedTry;
  const totalMinor = isSlotChanged ? quote.price?.totalMinor : (booking.quote?.totalMinor ?? 0);
  const isChanged = isSlotChanged || draft.title !== booking.title || draft.isTitlePublic !== booking.isTitlePublic;
  const canSave = refused === null && totalMinor !== undefined && !quote.isStale;

  function edit(changes: Partial<Draft>) {
    action.reset();
    setDraft((before) => ({ ...before, ...changes }));
  }
  function choose({ resourceId, startsAt, endsAt }: SlotView) {
    edit({ resourceId, times: timesOf({ start: Date.parse(startsAt), end: Date.parse(endsAt) }, booking.timeZone) });
  }
  function save() {
    if (slot === null || !isChanged || !canSave) return;
    const { id: bookingId, sequence } = booking;
    const seen = { expectedTotalMinor: totalMinor, expectedKept: keptOfLines(quote.price?.lines ?? []) };
    const input = { bookingId, sequence, ...touched(booking, draft, isSlotChanged ? slot : null), ...seen };
    action.run({ ...input, idempotencyKey: intention.keyFor(input) });
  }
  return {
    draft,
    edit,
    choose,
    slot,
    isSlotChanged,
    isChangedMeanwhile: booking.sequence !== openedSequence,
    quote,
    refused,
    refusal: refusedTry ? null : action.refusal,
    problem: slot === null ? "endsBeforeStart" : !isChanged ? "noChange" : canSave ? null : "cannotYet",
    isPending: action.isPending,
    save,
  };
}

function draftOf({ resourceId, startsAt, endsAt, timeZone, title, isTitlePublic }: BookingView): Draft {
  const times = timesOf({ start: Date.parse(startsAt), end: Date.parse(endsAt) }, timeZone);
  return { resourceId, times, title, isTitlePublic };
}

/** What differs from the booking: the rest is not sent, so that it can't become what the form made of it. */
function touched(booking: BookingView, { resourceId, title, isTitlePublic }: Draft, slot: Interval | null) {
  return {
    ...(slot && { resourceId, startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) }),
    ...(title !== booking.title && { title }),
    ...(isTitlePublic !== booking.isTitlePublic && { isTitlePublic }),
  };
}

function isSameSlot({ resourceId, startsAt, endsAt }: BookingView, wishedId: string, slot: Interval): boolean {
  return wishedId === resourceId && slot.start === Date.parse(startsAt) && slot.end === Date.parse(endsAt);
}
