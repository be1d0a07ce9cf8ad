import type { BookingView, BookInput } from "@working-social/booking/schema";
import { isSameJson } from "@working-social/kernel";
import { useState } from "react";
import { useAction } from "../../lib/action.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { isPassing, type AppRefusal } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";

type Wish = Omit<BookInput, "idempotencyKey">;
export type WishedSlot = Pick<Wish, "resourceId" | "startsAt" | "endsAt" | "forPersonId">;

export interface Booker {
  run: (wish: Wish) => void;
  isPending: boolean;
  /** Why this very slot could not be booked; a refusal of another slot is forgotten. */
  refusal: AppRefusal | null;
  /** No answer came: it may be booked by now. `retry` finds out, with the same key, and books at most once. */
  retry: (() => void) | null;
}

/** Books the slot that is shown now; after a lost answer the next try carries the same key, so that it is booked once. */
export function useBook(
  slot: WishedSlot,
  onBooked: (booking: BookingView) => void,
  onRefused?: (refusal: AppRefusal) => void,
): Booker {
  const intention = useIntention();
  const [tried, setTried] = useState<Wish | null>(null);
  const action = useAction(trpc.bookings.book.mutationOptions(), {
    onDone: (booking) => {
      intention.done();
      setTried(null);
      onBooked(booking);
    },
    ...(onRefused ? { onRefused } : {}),
  });
  const refusal = tried && isSameJson(slotOf(tried), slotOf(slot)) ? action.refusal : null;

  function run(wish: Wish) {
    setTried(wish);
    action.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  const isUnsure = refusal !== null && isPassing(refusal);
  return { run, isPending: action.isPending, refusal, retry: isUnsure && tried ? () => run(tried) : null };
}

/** The slot of a wish, and nothing else of it. */
function slotOf({ resourceId, startsAt, endsAt, forPersonId }: WishedSlot): Required<WishedSlot> {
  return { resourceId, startsAt, endsAt, forPersonId };
}
