import { useMutation } from "@tanstack/react-query";
import { newId } from "@working-social/kernel";
import { useRef, useState } from "react";
import { refusalOf, type AppRefusal } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";

export interface HouseAct {
  /** Acts, then cancels these bookings as the house. After a refusal again: what is done already is done once. */
  run: (bookingIds: string[], reason: string) => void;
  isPending: boolean;
  refusal: AppRefusal | null;
}

/** An act that leaves bookings without a room or a member, and then their end: in this order, so that nobody books anew meanwhile. */
export function useHouseAct(act: () => Promise<unknown>, onDone: (cancelled: number) => void): HouseAct {
  const cancel = useMutation(trpc.bookings.cancelByHouse.mutationOptions());
  const keys = useRef(new Map<string, string>());
  const [refusal, setRefusal] = useState<AppRefusal | null>(null);
  const [isPending, setIsPending] = useState(false);
  const keyOf = (intention: string) => {
    const key = keys.current.get(intention) ?? newId();
    keys.current.set(intention, key);
    return key;
  };
  async function both(bookingIds: string[], reason: string) {
    await act();
    for (const bookingId of bookingIds)
      await cancel.mutateAsync({ bookingId, reason, idempotencyKey: keyOf(`${bookingId} ${reason}`) });
    onDone(bookingIds.length);
  }
  function run(bookingIds: string[], reason: string) {
    if (isPending) return;
    setIsPending(true);
    setRefusal(null);
    void both(bookingIds, reason)
      .catch((failure: unknown) => setRefusal(refusalOf(failure)))
      .finally(() => {
        setIsPending(false);
      });
  }
  return { run, isPending, refusal };
}
