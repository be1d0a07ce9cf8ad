import { useMutation } from "@tanstack/react-query";
import type { OpeningHoursView, StrandedBookings } from "@working-social/booking/schema";
import { parseInstant, toLocal } from "@working-social/kernel";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import type { AppRefusal } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageHoursTexts } from "../../../texts/manage-hours.ts";
import { manageStrandedTexts } from "../../../texts/manage-stranded.ts";
import { useRefresh } from "../list/use-refresh.ts";

interface HoursOwner {
  locationId: string;
  resourceId: string | null;
}

interface Asked {
  hours: OpeningHoursView;
  stranded: StrandedBookings;
}

/** Saves hours; where bookings would lie outside of them, asks first what is to become of these. */
export function useSaveHours(owner: HoursOwner, onSaved: () => void) {
  const texts = useTexts(manageHoursTexts);
  const words = useTexts(manageStrandedTexts);
  const refresh = useRefresh();
  const [asked, setAsked] = useState<Asked | null>(null);
  const set = useMutation(trpc.locations.setHours.mutationOptions());
  const look = useAction(trpc.bookings.strandedByHours.mutationOptions(), {
    onDone: (stranded, { weekly, exceptions }) => {
      if (stranded.bookings.length > 0) setAsked({ hours: { weekly, exceptions }, stranded });
      else save.run({ ...owner, weekly, exceptions });
    },
  });
  const save = useAction(trpc.locations.setHours.mutationOptions(), { onDone: () => saved(0) });

  function saved(cancelled: number) {
    setAsked(null);
    onSaved();
    const said = cancelled > 0 ? `${texts.saved} ${words.cancelled(cancelled)}` : texts.saved;
    refresh(said, trpc.locations.pathFilter(), trpc.availability.pathFilter());
  }
  const refusal: AppRefusal | null = look.refusal ?? save.refusal;
  return {
    run: (hours: OpeningHoursView) => look.run({ ...owner, ...hours }),
    isPending: look.isPending || save.isPending,
    refusal,
    /** What the dialog needs while it is open; null: it is not. */
    question: asked && {
      stranded: asked.stranded,
      reason: reasonOf(asked),
      act: () => set.mutateAsync({ ...owner, ...asked.hours }),
      onDone: saved,
      onClose: () => setAsked(null),
    },
  };
}

/** The reason of the first closed day on which one of them lies. */
function reasonOf({ hours, stranded }: Asked): string {
  const dates = new Set(
    stranded.bookings.map(({ startsAt, timeZone }) => toLocal(parseInstant(startsAt), timeZone).date),
  );
  return hours.exceptions.find(({ date }) => dates.has(date))?.reason ?? "";
}
