import { useQuery } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { Button, Dialog, Form, FormError, Select, toast } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { useAction } from "../../../../lib/action.ts";
import { formatIn } from "../../../../lib/format.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { useBookingName } from "./use-booking-name.ts";

/** Gives a booking of a pool its desk. A desk that somebody else has is refused, and another can be chosen. */
export function AssignDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const formId = useId();
  const name = useBookingName(booking);
  const format = formatIn(booking.timeZone);
  const { data: resources } = useQuery(trpc.resources.list.queryOptions({ locationId: booking.locationId }));
  const units = resources?.find(({ id }) => id === booking.resourceId)?.units ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const present = units.find((unit) => unit.name === booking.unitNames?.[0])?.id ?? null;
  const unitId = chosen ?? present;
  const assign = useAction(trpc.bookings.assignUnit.mutationOptions(), {
    onDone: ({ unitNames }) => {
      toast({ title: texts.assigned(unitNames?.[0] ?? ""), tone: "accent" });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (unitId) assign.run({ bookingId: booking.id, unitId });
  }
  const footer = (
    <Button type="submit" form={formId} variant="primary" isPending={assign.isPending}>
      {texts.assignConfirm}
    </Button>
  );
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={texts.assignTitle(name)} footer={footer}>
      <Form id={formId} onSubmit={submit}>
        <FormError>{assign.refusal && refusalSentence(assign.refusal, format)}</FormError>
        <Select
          label={texts.assignField}
          options={units.map((unit) => ({ id: unit.id, label: unit.name }))}
          value={unitId}
          onChange={(id) => {
            setChosen(id);
            assign.reset();
          }}
        />
      </Form>
    </Dialog>
  );
}
