import { addDays } from "@working-social/kernel";
import { Button, DateField, Dialog, Form, FormRow, SegmentedControl, TextField } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { dayName } from "../../../../lib/month-name.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts, type HoursTexts } from "./hours-texts.ts";
import { nextHours, type Hours, type OtherDay } from "./hours-model.ts";
import { IntervalList } from "./interval-list.tsx";

type OtherDayDialogProps = {
  today: string;
  onAdd: (first: string, last: string, day: Omit<OtherDay, "date">) => void;
  onClose: () => void;
};

interface Draft {
  first: string;
  last: string;
  reason: string;
  isClosed: boolean;
  hours: Hours[];
}

/** One date, or a run of them, that is closed or has other hours. */
export function OtherDayDialog({ today, onAdd, onClose }: OtherDayDialogProps) {
  const texts = useTexts(manageHoursTexts);
  const formId = useId();
  const [draft, setDraft] = useState<Draft>({ first: today, last: today, reason: "", isClosed: true, hours: [] });
  const [isTried, setIsTried] = useState(false);
  const problems = problemsOf(draft, texts);
  const shown: Partial<typeof problems> = isTried ? problems : {};
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  function add(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setIsTried(true);
    if (Object.values(problems).some(Boolean)) return;
    onAdd(draft.first, draft.last, { reason: draft.reason.trim(), hours: draft.isClosed ? [] : draft.hours });
    onClose();
  }
  const footer = (
    <Button type="submit" form={formId} variant="primary">
      {texts.addException}
    </Button>
  );
  return (
    <Dialog isOpen onOpenChange={onClose} title={texts.exceptionTitle} footer={footer}>
      <Form id={formId} onSubmit={add}>
        <p className="text-second">{texts.exceptionsHint}</p>
        <FormRow>
          <DateField
            label={texts.from}
            value={draft.first}
            onChange={(first) => change({ first, last: draft.last < first ? first : draft.last })}
            errorMessage={shown.first}
          />
          <DateField
            label={texts.to}
            value={draft.last}
            minimum={draft.first}
            onChange={(last) => change({ last })}
            errorMessage={shown.last}
          />
        </FormRow>
        <TextField
          label={texts.reason}
          description={texts.reasonHint}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          maxLength={120}
          errorMessage={shown.reason}
        />
        <KindOfDay draft={draft} onChange={change} />
        {!draft.isClosed && (
          <IntervalList
            name={draft.first && dayName(draft.first)}
            hours={draft.hours}
            onChange={(hours) => change({ hours })}
          />
        )}
        {shown.hours && (
          <p role="alert" className="text-sm text-red">
            {shown.hours}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

function KindOfDay({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const texts = useTexts(manageHoursTexts);
  return (
    <SegmentedControl
      label={texts.kindLabel}
      segments={[
        { id: "closed", label: texts.kinds.closed },
        { id: "hours", label: texts.kinds.hours },
      ]}
      value={draft.isClosed ? "closed" : "hours"}
      onChange={(kind) =>
        onChange({ isClosed: kind === "closed", hours: draft.hours.length > 0 ? draft.hours : [nextHours([])] })
      }
    />
  );
}

function problemsOf({ first, last, reason, isClosed, hours }: Draft, texts: HoursTexts) {
  return {
    first: first === "" ? texts.endBeforeStart : undefined,
    last: lastProblem(first, last, texts),
    reason: reason.trim() === "" ? texts.reasonNeeded : undefined,
    hours: !isClosed && hours.length === 0 ? texts.hoursNeeded : undefined,
  };
}

function lastProblem(first: string, last: string, texts: HoursTexts): string | undefined {
  if (first === "" || last === "") return texts.endBeforeStart;
  if (last < first) return texts.endBeforeStart;
  return last > addDays(first, 366) ? texts.tooManyDays : undefined;
}
