import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Button, Drawer, Form, FormError, TextField, toast } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { useFormat } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageBookingsTexts } from "../../../texts/manage-bookings.ts";
import { slotOf, timesOf } from "../../bookings/wished-slot.ts";
import { useBook } from "../../booking/use-book.ts";
import { firstTimes } from "../slot/first-slot.ts";
import { PersonField } from "../slot/person-field.tsx";
import { SlotPicker, type SlotWish } from "../slot/slot-picker.tsx";
import { QuoteForMember, useMemberQuote } from "./quote-for-member.tsx";

/** Books for somebody at the desk or on the phone: their price, and staff's freedom from the rules, both said. */
export function BookForDrawer({ location, onClose }: { location: LocationView; onClose: () => void }) {
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const formId = useId();
  const zone = location.timeZone;
  const format = useFormat(zone);
  const now = useNow();
  const { data: resources } = useSuspenseQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [wish, setWish] = useState<SlotWish>(() => ({
    resourceId: resources[0]?.id ?? null,
    times: firstTimes(now, zone),
  }));
  const [title, setTitle] = useState("");
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
  const state = useMemberQuote(asked);
  const book = useBook((booking) => {
    toast({ title: texts.booked(`${booking.resourceName}, ${format.dayTime(booking.startsAt)}`), tone: "accent" });
    onClose();
  });
  const total = state.answer?.isBookable ? state.answer.quote.totalMinor : null;
  const missing = missingText();

  function missingText(): string | null {
    if (!person) return texts.choosePerson;
    if (!wish.resourceId) return texts.chooseResource;
    return slot ? null : texts.badTimes;
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (asked && total !== null)
      book.run({ ...asked, title: title.trim(), isTitlePublic: false, expectedTotalMinor: total });
  }
  const footer = (
    <Button
      type="submit"
      form={formId}
      variant="primary"
      isPending={book.isPending}
      disabledReason={missing}
      isDisabled={!missing && total === null}
    >
      {texts.submit}
    </Button>
  );
  return (
    <Drawer isOpen onOpenChange={onClose} title={texts.title} footer={footer} isDismissable={person === null}>
      <Form id={formId} onSubmit={submit}>
        <FormError>{book.refusal && refusalSentence(book.refusal, format)}</FormError>
        <PersonField person={person} onChange={setPerson} />
        <SlotPicker resources={resources} zone={zone} wish={wish} onChange={setWish} />
        <TextField
          label={texts.titleField}
          isOptional
          maxLength={120}
          value={title}
          onChange={setTitle}
          autoComplete="off"
        />
        {person && asked && (
          <QuoteForMember
            {...{ state, format }}
            personName={person.name}
            onSlot={(found) =>
              setWish({
                resourceId: found.resourceId,
                times: timesOf({ start: Date.parse(found.startsAt), end: Date.parse(found.endsAt) }, zone),
              })
            }
          />
        )}
      </Form>
    </Drawer>
  );
}
