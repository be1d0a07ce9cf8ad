import { useQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Button, Checkbox, Dialog, FormError, Spinner } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageTexts } from "../../../texts/manage.ts";
import { manageSpaceTexts } from "../../../texts/manage-space.ts";
import { useRefresh } from "../list/use-refresh.ts";

/** What most desks want; a location may have others, which stay as they are unless they are unticked. */
const USUAL_HOURS = [72, 48, 24, 4, 2, 1];

/** When the front desk of a location is reminded of requests that nobody has answered. */
export function ApprovalReminders({ location }: { location: LocationView }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{texts.reminders}</Button>
      {isOpen && <RemindersDialog location={location} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function RemindersDialog({ location, onClose }: { location: LocationView; onClose: () => void }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const common = useTexts(manageTexts);
  const refresh = useRefresh();
  const { data, error } = useQuery(trpc.locations.approvalReminders.queryOptions({ locationId: location.id }));
  const [chosen, setChosen] = useState<number[] | null>(null);
  const save = useAction(trpc.locations.setApprovalReminders.mutationOptions(), {
    onDone: () => {
      refresh(texts.saved(location.name), trpc.locations.approvalReminders.pathFilter());
      onClose();
    },
  });
  const hoursBefore = chosen ?? data?.hoursBefore ?? [];
  const options = [...new Set([...USUAL_HOURS, ...(data?.hoursBefore ?? [])])].sort((a, b) => b - a);
  const toggle = (hours: number, isOn: boolean) =>
    setChosen(isOn ? [...hoursBefore, hours] : hoursBefore.filter((one) => one !== hours));
  const refusal = save.refusal ?? (error && refusalOf(error));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={texts.remindersTitle}
      footer={
        <Button
          variant="primary"
          isPending={save.isPending}
          isDisabled={!data}
          onPress={() => save.run({ locationId: location.id, hoursBefore })}
        >
          {common.save}
        </Button>
      }
    >
      <FormError>{refusal && refusalSentence(refusal)}</FormError>
      <p className="mb-3">{texts.remindersText}</p>
      {data ? (
        <fieldset className="flex flex-col">
          <legend className="mb-1 text-sm font-medium">{texts.remindersLegend}</legend>
          {options.map((hours) => (
            <Checkbox
              key={hours}
              label={texts.hoursBefore(hours)}
              isSelected={hoursBefore.includes(hours)}
              onChange={(isOn) => toggle(hours, isOn)}
            />
          ))}
        </fieldset>
      ) : (
        !error && <Spinner />
      )}
      {data && hoursBefore.length === 0 && <p className="mt-2 text-sm text-second">{texts.remindersNone}</p>}
    </Dialog>
  );
}
