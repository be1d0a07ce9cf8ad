import { expectDefined } from "@working-social/kernel";
import type { BookingView } from "@working-social/booking/schema";
import { Button, Callout, Card, Form, FormError, Switch, TextField } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { useOwnerOf } from "../../lib/for-whom.ts";
import { formatIn } from "../../lib/format.ts";
import { useSeconds } from "../../lib/now.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { rememberedDetails } from "../booking/held-details.ts";
import { useHeld } from "./use-held.ts";

/** A slot kept for some minutes: how long still, what it is for, and the two ways on. */
export function HoldNotice({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const format = formatIn(booking.timeZone);
  const { confirm, release } = useHeld(booking);
  const whose = useOwnerOf(booking);
  const expiresAt = Date.parse(expectDefined(booking.holdExpiresAt, "A hold has no end."));
  const secondsLeft = Math.max(0, Math.ceil((expiresAt - useSeconds()) / 1000));
  const [{ title, isTitlePublic }, setDetails] = useState(() => rememberedDetails(booking.id) ?? booking);
  const refusal = confirm.refusal ?? release.refusal;

  function submit(event: FormEvent) {
    event.preventDefault();
    confirm.run({ title, isTitlePublic });
  }
  if (secondsLeft === 0)
    return (
      <Callout tone="amber" isLive>
        {texts.heldOver}
      </Callout>
    );
  return (
    <Card>
      <Form onSubmit={submit} className="gap-4">
        <Callout tone="amber" title={<span className="figures">{texts.heldTitle(clockOf(secondsLeft), whose)}</span>}>
          {texts.heldText}
        </Callout>
        <TextField
          label={texts.titleField}
          isOptional
          maxLength={120}
          value={title}
          onChange={(typed) => setDetails({ title: typed, isTitlePublic })}
        />
        {title !== "" && (
          <Switch
            label={texts.titlePublic}
            isSelected={isTitlePublic}
            onChange={(isPublic) => setDetails({ title, isTitlePublic: isPublic })}
          />
        )}
        <FormError>{refusal && refusalSentence(refusal, format, whose)}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={confirm.isPending}>
            {texts.confirm}
          </Button>
          <Button isPending={release.isPending} onPress={release.run}>
            {texts.letGo}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** 9:05 */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
