import { useQuery } from "@tanstack/react-query";
import type { ApprovalRemindersView, LocationView } from "@working-social/booking/schema";
import { Button, Checkbox, Dialog, FormError, Spinner } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { RefusedSave } from "../../../manage/form/refused-save.tsx";
import { useDraft, type Draft, type Versions } from "../../../manage/form/use-draft.ts";
import { sayDone } from "../../../../lib/say-done.ts";

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

type DialogProps = { location: LocationView; onClose: () => void };

function RemindersDialog(props: DialogProps) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const { data, error } = useQuery(trpc.locations.approvalReminders.queryOptions({ locationId: props.location.id }));
  if (data) return <RemindersEditor {...props} saved={data} />;
  return (
    <Dialog isOpen onOpenChange={props.onClose} size="small" title={texts.remindersTitle}>
      {error ? <FormError>{refusalSentence(refusalOf(error))}</FormError> : <Spinner />}
    </Dialog>
  );
}

function RemindersEditor({ location, onClose, saved }: DialogProps & { saved: ApprovalRemindersView }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const common = useTexts(manageTexts);
  const draft = useDraft(saved);
  const action = useAction(trpc.locations.setApprovalReminders.mutationOptions(), {
    onDone: () => {
      sayDone(texts.saved(location.name));
      onClose();
    },
  });
  const save = ({ now, from }: Versions<ApprovalRemindersView>) =>
    isSameSet(now.hoursBefore, from.hoursBefore)
      ? onClose()
      : action.run({ locationId: location.id, ...now, seen: { ...from } });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={texts.remindersTitle}
      footer={
        <Button variant="primary" isPending={action.isPending} onPress={() => save(draft)}>
          {common.save}
        </Button>
      }
    >
      <RefusedSave
        refusal={action.refusal}
        saveMine={(theirs) => save(draft.over(theirs))}
        showTheirs={(theirs) => {
          draft.take(theirs);
          action.reset();
        }}
      />
      <p className="mb-3">{texts.remindersText}</p>
      <Hours draft={draft} />
      {draft.now.hoursBefore.length === 0 && <p className="mt-2 text-sm text-second">{texts.remindersNone}</p>}
    </Dialog>
  );
}

function Hours({ draft: { now, from, change } }: { draft: Draft<ApprovalRemindersView> }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const { hoursBefore } = now;
  const options = [...new Set([...USUAL_HOURS, ...from.hoursBefore, ...hoursBefore])].sort((a, b) => b - a);
  const toggle = (hours: number, isOn: boolean) =>
    change({ hoursBefore: isOn ? [...hoursBefore, hours] : hoursBefore.filter((one) => one !== hours) });
  return (
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
  );
}

export function isSameSet(one: readonly number[], other: readonly number[]): boolean {
  return new Set([...one, ...other]).size === one.length && one.length === other.length;
}
