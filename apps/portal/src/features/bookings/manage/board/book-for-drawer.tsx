import type { LocationView, SlotView } from "@working-social/booking/schema";
import { Button, Drawer, Form, FormError, TextField } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { formatIn } from "../../../../lib/format.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { timesOf } from "../../wished-slot.ts";
import { PersonField } from "../slot/person-field.tsx";
import { SlotPicker } from "../slot/slot-picker.tsx";
import { QuoteForMember } from "./quote-for-member.tsx";
import { useBookFor } from "./use-book-for.ts";

interface BookForDrawerProps {
  location: LocationView;
  /** What it begins with; null: the first that is free. */
  firstResourceId: string | null;
  onClose: () => void;
}

/** Books for somebody at the desk or on the phone: their price, and staff's freedom from the rules, both said. */
export function BookForDrawer({ location, firstResourceId, onClose }: BookForDrawerProps) {
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const formId = useId();
  const zone = location.timeZone;
  const format = formatIn(zone);
  const [title, setTitle] = useState("");
  const state = useBookFor(location, firstResourceId, onClose);
  const { person, wish, setWish, book, missing } = state;

  function submit(event: FormEvent) {
    event.preventDefault();
    state.submit(title.trim());
  }
  function choose({ resourceId, startsAt, endsAt }: SlotView) {
    setWish({ resourceId, times: timesOf({ start: Date.parse(startsAt), end: Date.parse(endsAt) }, zone) });
  }
  const footer = (
    <Button
      type="submit"
      form={formId}
      variant="primary"
      isPending={book.isPending}
      disabledReason={missing}
      isDisabled={!missing && state.expectedTotalMinor === null}
    >
      {texts.submit}
    </Button>
  );
  return (
    <Drawer isOpen onOpenChange={onClose} title={texts.title} footer={footer} isDismissable={person === null}>
      <Form id={formId} onSubmit={submit}>
        <FormError>{book.refusal && refusalSentence(book.refusal, format)}</FormError>
        <PersonField person={person} onChange={state.setPerson} />
        <SlotPicker resources={state.resources} zone={zone} wish={wish} onChange={setWish} />
        <TextField
          label={texts.titleField}
          isOptional
          maxLength={120}
          value={title}
          onChange={setTitle}
          autoComplete="off"
        />
        {person && <QuoteForMember state={state.quote} format={format} personName={person.name} onSlot={choose} />}
      </Form>
    </Drawer>
  );
}
