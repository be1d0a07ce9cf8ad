import { useQueryClient } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { Button, Callout, toast } from "@working-social/ui";
import { useAction } from "../../lib/action.ts";
import { useFormat } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/live.ts";
import { useSeconds } from "../../lib/now.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookingsTexts } from "../../texts/bookings.ts";

/** A slot kept for some minutes: how long still, and the two ways on. */
export function HoldNotice({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const format = useFormat(booking.timeZone);
  const client = useQueryClient();
  const intention = useIntention();
  const secondsLeft = Math.max(0, Math.ceil((Date.parse(booking.holdExpiresAt ?? "") - useSeconds()) / 1000));
  const refresh = () => void refreshBookings(client);
  const confirm = useAction(trpc.bookings.confirmHold.mutationOptions(), {
    onDone: (booked) => {
      intention.done();
      refresh();
      toast({ title: texts.confirmed(booked.resourceName), tone: "accent" });
    },
    onRefused: refresh,
  });
  const release = useAction(trpc.bookings.releaseHold.mutationOptions(), {
    onDone: () => {
      refresh();
      toast({ title: texts.letGone });
    },
    onRefused: refresh,
  });
  const refusal = confirm.refusal ?? release.refusal;
  const wish = {
    bookingId: booking.id,
    title: booking.title,
    isTitlePublic: booking.isTitlePublic,
    expectedTotalMinor: booking.quote?.totalMinor ?? 0,
  };
  if (secondsLeft === 0)
    return (
      <Callout tone="amber" isLive>
        {texts.heldOver}
      </Callout>
    );
  return (
    <Callout
      tone="amber"
      title={<span className="figures">{texts.heldTitle(clockOf(secondsLeft))}</span>}
      actions={
        <>
          <Button
            variant="primary"
            isPending={confirm.isPending}
            onPress={() => confirm.run({ ...wish, idempotencyKey: intention.keyFor(wish) })}
          >
            {texts.confirm}
          </Button>
          <Button isPending={release.isPending} onPress={() => release.run({ bookingId: booking.id })}>
            {texts.letGo}
          </Button>
        </>
      }
    >
      {texts.heldText}
      {refusal && (
        <p role="alert" className="mt-2 font-semibold">
          {refusalSentence(refusal, format)}
        </p>
      )}
    </Callout>
  );
}

/** 9:05 */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
