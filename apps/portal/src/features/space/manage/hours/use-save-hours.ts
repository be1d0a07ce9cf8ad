import { useMutation } from "@tanstack/react-query";
import type { OpeningHoursView, StrandedBookings } from "@working-social/booking/schema";
import { editBetween, parseInstant, seenOf, toLocal } from "@working-social/kernel";
import { useRef, useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { refusalOf, type AppRefusal } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { manageStrandedTexts } from "../../../bookings/manage/stranded/stranded-texts.ts";
import type { Versions } from "../../../manage/form/use-draft.ts";
import { sayDone } from "../../../../lib/say-done.ts";

interface HoursOwner {
  locationId: string;
  resourceId: string | null;
}

type HoursDraft = Versions<OpeningHoursView>;

interface Asked {
  draft: HoursDraft;
  stranded: StrandedBookings;
}

/** Saves hours; where bookings would lie outside of them, asks first what is to become of these. */
export function useSaveHours(owner: HoursOwner, onSaved: () => void) {
  const texts = useTexts(manageHoursTexts);
  const words = useTexts(manageStrandedTexts);
  const [asked, setAsked] = useState<Asked | null>(null);
  const set = useMutation(trpc.locations.setHours.mutationOptions());
  const looked = useRef<HoursDraft>(undefined);
  const look = useAction(trpc.bookings.strandedByHours.mutationOptions(), {
    onDone: (stranded) => {
      const draft = looked.current;
      if (!draft) return;
      if (stranded.bookings.length > 0) setAsked({ draft, stranded });
      else save.run(inputOf(draft));
    },
  });
  const save = useAction(trpc.locations.setHours.mutationOptions(), { onDone: () => saved(0) });

  function saved(cancelled: number) {
    setAsked(null);
    onSaved();
    const said = cancelled > 0 ? `${texts.saved} ${words.cancelled(cancelled)}` : texts.saved;
    sayDone(said);
  }
  /** The week, the other days, or both: what was touched. */
  function inputOf({ now, from }: HoursDraft) {
    const edit = editBetween(from, now);
    return { ...owner, ...edit, seen: seenOf(from, edit) };
  }
  function reset() {
    for (const action of [look, save, set]) action.reset();
  }
  /** Somebody else's edit is answered on the page, where what was typed is in sight. */
  async function act(draft: HoursDraft) {
    try {
      await set.mutateAsync(inputOf(draft));
    } catch (failure) {
      if (refusalOf(failure).code === "edited_meanwhile") setAsked(null);
      throw failure;
    }
  }
  const refusal: AppRefusal | null = look.refusal ?? save.refusal ?? (set.error && refusalOf(set.error));
  return {
    run: (draft: HoursDraft) => {
      reset();
      looked.current = draft;
      look.run(inputOf(draft));
    },
    reset,
    isPending: look.isPending || save.isPending,
    refusal: asked ? null : refusal,
    /** What the dialog needs while it is open; null: it is not. */
    question: asked && {
      stranded: asked.stranded,
      reason: reasonOf(asked),
      act: () => act(asked.draft),
      onDone: saved,
      onClose: () => setAsked(null),
    },
  };
}

/** The reason of the first closed day on which one of them lies. */
function reasonOf({ draft: { now: hours }, stranded }: Asked): string {
  const dates = new Set(
    stranded.bookings.map(({ startsAt, timeZone }) => toLocal(parseInstant(startsAt), timeZone).date),
  );
  return hours.exceptions.find(({ date }) => dates.has(date))?.reason ?? "";
}
