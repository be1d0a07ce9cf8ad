import type { BookingView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Button, Callout, Drawer, Form, FormError, Switch, TextField } from "@working-social/ui";
import type { FormEvent } from "react";
import { ForWhom, useOwnerOf } from "../../lib/for-whom.ts";
import { formatIn } from "../../lib/format.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { RefusalCallout } from "../booking/refusal-callout.tsx";
import { ChangePrice } from "./change-price.tsx";
import { SlotFields } from "./slot-fields.tsx";
import { useChange } from "./use-change.ts";

/** Move, extend, shorten, or another room, with the new price before the click. What was typed survives every refusal. */
export function ChangeSheet({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const texts = useTexts(bookingsTexts);
  const format = formatIn(booking.timeZone);
  const change = useChange(booking, onClose);
  const whose = useOwnerOf(booking);
  const { draft, edit, slot, refused, refusal } = change;

  function submit(event: FormEvent) {
    event.preventDefault();
    change.save();
  }
  return (
    <ForWhom value={whose}>
      <Drawer isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={texts.changeTitle}>
        <Form onSubmit={submit}>
          {change.isChangedMeanwhile && (
            <Callout tone="amber" isLive>
              {texts.changedMeanwhile}
            </Callout>
          )}
          <SlotFields booking={booking} wish={draft} onChange={edit} />
          {refused && (
            <RefusalCallout
              {...refused}
              asked={{
                resourceId: draft.resourceId,
                startsAt: slot ? formatInstant(slot.start) : booking.startsAt,
              }}
              format={format}
              onSuggestion={change.choose}
            />
          )}
          {change.isSlotChanged && <ChangePrice booking={booking} state={change.quote} />}
          <TextField
            label={texts.titleField}
            isOptional
            maxLength={120}
            value={draft.title}
            onChange={(title) => edit({ title })}
          />
          {draft.title !== "" && (
            <Switch
              label={texts.titlePublic}
              isSelected={draft.isTitlePublic}
              onChange={(isTitlePublic) => edit({ isTitlePublic })}
            />
          )}
          <FormError>{refusal && refusalSentence(refusal, format, whose)}</FormError>
          <Button
            type="submit"
            variant="primary"
            size="large"
            className="w-full"
            isPending={change.isPending}
            disabledReason={change.problem && texts[change.problem]}
          >
            {texts.saveChange}
          </Button>
        </Form>
      </Drawer>
    </ForWhom>
  );
}
