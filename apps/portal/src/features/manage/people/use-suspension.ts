import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonView } from "@working-social/directory/schema";
import { newId } from "@working-social/kernel";
import { useRef, useState } from "react";
import { refreshBookings } from "../../../lib/refresh.ts";
import { refusalOf, type AppRefusal } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { managePeopleTexts } from "../../../texts/manage-people.ts";

export interface Suspension {
  /** Suspends, then cancels these bookings as the house's act. After a refusal again: what is done already is done once. */
  run: (bookingIds: string[], reason: string) => void;
  isPending: boolean;
  refusal: AppRefusal | null;
}

/** The two steps in their order: nobody books anew while their bookings are cancelled. */
export function useSuspension(person: PersonView, onDone: (said: string) => void): Suspension {
  const { people: texts } = useTexts(managePeopleTexts);
  const client = useQueryClient();
  const suspend = useMutation(trpc.people.suspend.mutationOptions());
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
    await suspend.mutateAsync({ id: person.id });
    for (const bookingId of bookingIds)
      await cancel.mutateAsync({ bookingId, reason, idempotencyKey: keyOf(`${bookingId} ${reason}`) });
    onDone(texts.suspended(person.name, bookingIds.length));
  }
  function run(bookingIds: string[], reason: string) {
    if (isPending) return;
    setIsPending(true);
    setRefusal(null);
    void both(bookingIds, reason)
      .catch((failure: unknown) => setRefusal(refusalOf(failure)))
      .finally(() => {
        setIsPending(false);
        refreshBookings(client);
      });
  }
  return { run, isPending, refusal };
}
