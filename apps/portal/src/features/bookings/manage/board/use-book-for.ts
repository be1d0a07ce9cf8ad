import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { toast } from "@working-social/ui";
import { useState } from "react";
import { formatIn } from "../../../../lib/format.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { useBook } from "../../../booking/use-book.ts";
import { slotOf } from "../../wished-slot.ts";
import { useFirstWish } from "../slot/use-first-wish.ts";
import { useMemberQuote } from "./quote-for-member.tsx";

const nothingYet = { resourceId: "", startsAt: "", endsAt: "", forPersonId: null };

/** A booking for somebody else while it is being put together: whom, what, when, its price, and what is still missing. */
export function useBookFor(location: LocationView, resourceId: string | null, onBooked: () => void) {
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const zone = location.timeZone;
  const { data: resources } = useSuspenseQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [wish, setWish] = useFirstWish(location, resourceId);
  const slot = slotOf(wish.times, zone);
  const asked =
    person && wish.resourceId && slot
      ? {
          resourceId: wish.resourceId,
          startsAt: formatInstant(slot.start),
          endsAt: formatInstant(slot.end),
          forPersonId: person.id,
        }
      : null;
  const quote = useMemberQuote(asked);
  const book = useBook(asked ?? nothingYet, ({ resourceName, startsAt }) => {
    toast({ title: texts.booked(`${resourceName}, ${formatIn(zone).dayTime(startsAt)}`), tone: "accent" });
    onBooked();
  });
  const expectedTotalMinor = quote.answer?.isBookable && !quote.isStale ? quote.answer.quote.totalMinor : null;

  function missing(): string | null {
    if (!person) return texts.choosePerson;
    if (!wish.resourceId) return texts.chooseResource;
    return slot ? null : texts.badTimes;
  }
  function submit(title: string) {
    if (asked && expectedTotalMinor !== null) book.run({ ...asked, title, isTitlePublic: false, expectedTotalMinor });
  }
  return { resources, person, setPerson, wish, setWish, quote, book, missing: missing(), expectedTotalMinor, submit };
}
