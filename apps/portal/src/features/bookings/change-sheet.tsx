import { useQueryClient } from "@tanstack/react-query";
import type { BookingView, SlotView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Button, Callout, Drawer, Form, FormError, Switch, TextField, toast } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { useAction } from "../../lib/action.ts";
import { useFormat } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/live.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookingsTexts } from "../../texts/bookings.ts";
import { RefusalCallout } from "../booking/refusal-callout.tsx";
import { ChangePrice } from "./change-price.tsx";
import { SlotFields, type ChangeWish } from "./slot-fields.tsx";
import { useChangeQuote } from "./use-change-quote.ts";
import { slotOf, timesOf } from "./wished-slot.ts";

/** Move, extend, shorten, or another room, with the new price before the click. What was typed survives every refusal. */
export function ChangeSheet({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const texts = useTexts(bookingsTexts);
  const format = useFormat(booking.timeZone);
  const client = useQueryClient();
  const intention = useIntention();
  const [wish, setWish] = useState<ChangeWish>(() => wishOf(booking));
  const [title, setTitle] = useState(booking.title);
  const [isTitlePublic, setIsTitlePublic] = useState(booking.isTitlePublic);
  const [openedSequence] = useState(booking.sequence);
  const slot = slotOf(wish.times, booking.timeZone);
  const isSlotChanged = slot !== null && !isSameSlot(booking, wish.resourceId, slot);
  const isChanged = isSlotChanged || title !== booking.title || isTitlePublic !== booking.isTitlePublic;
  const quote = useChangeQuote(booking, wish.resourceId, isSlotChanged ? slot : null);
  const change = useAction(trpc.bookings.change.mutationOptions(), {
    onDone: () => {
      intention.done();
      void refreshBookings(client);
      toast({ title: texts.saved, tone: "accent" });
      onClose();
    },
    onRefused: () => void refreshBookings(client),
  });
  const refused = quote.refused ?? (change.refusal?.code === "cannot_book" ? change.refusal : null);
  const totalMinor = isSlotChanged ? quote.price?.totalMinor : (booking.quote?.totalMinor ?? 0);
  const canSave = isChanged && slot !== null && refused === null && totalMinor !== undefined && !quote.isStale;

  function choose({ resourceId, startsAt, endsAt }: SlotView) {
    change.reset();
    const chosen = { start: Date.parse(startsAt), end: Date.parse(endsAt) };
    setWish({ resourceId, times: timesOf(chosen, booking.timeZone) });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!canSave) return;
    const { id: bookingId, sequence } = booking;
    const input = { bookingId, sequence, resourceId: wish.resourceId, ...instants(slot), title, isTitlePublic, expectedTotalMinor: totalMinor };
    change.run({ ...input, idempotencyKey: intention.keyFor(input) });
  }
  return (
    <Drawer isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={texts.changeTitle}>
      <Form onSubmit={submit}>
        {booking.sequence !== openedSequence && <Callout tone="amber" isLive>{texts.changedMeanwhile}</Callout>}
        <SlotFields
          booking={booking}
          wish={wish}
          onChange={(next) => {
            change.reset();
            setWish(next);
          }}
        />
        {refused && (
          <RefusalCallout
            refusals={refused.refusals}
            suggestions={refused.suggestions}
            asked={{ resourceId: wish.resourceId, startsAt: slot ? instants(slot).startsAt : booking.startsAt }}
            format={format}
            onSuggestion={choose}
          />
        )}
        {isSlotChanged && <ChangePrice booking={booking} state={quote} />}
        <TextField label={texts.titleField} isOptional maxLength={120} value={title} onChange={setTitle} />
        {title !== "" && <Switch label={texts.titlePublic} isSelected={isTitlePublic} onChange={setIsTitlePublic} />}
        <FormError>
          {change.refusal && change.refusal.code !== "cannot_book" && refusalSentence(change.refusal, format)}
        </FormError>
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="w-full"
          isPending={change.isPending}
          disabledReason={canSave ? null : slot === null ? texts.endsBeforeStart : isChanged ? texts.cannotYet : texts.noChange}
        >
          {texts.saveChange}
        </Button>
      </Form>
    </Drawer>
  );
}

function wishOf({ resourceId, startsAt, endsAt, timeZone }: BookingView): ChangeWish {
  return { resourceId, times: timesOf({ start: Date.parse(startsAt), end: Date.parse(endsAt) }, timeZone) };
}

function isSameSlot(booking: BookingView, resourceId: string, slot: { start: number; end: number }): boolean {
  const { startsAt, endsAt } = booking;
  return resourceId === booking.resourceId && slot.start === Date.parse(startsAt) && slot.end === Date.parse(endsAt);
}

function instants({ start, end }: { start: number; end: number }): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(start), endsAt: formatInstant(end) };
}
