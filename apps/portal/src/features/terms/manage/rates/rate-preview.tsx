import type { CreateRateInput, LocationView, RateView } from "@working-social/booking/schema";
import { Callout, Card, NumberField, Select } from "@working-social/ui";
import { useState } from "react";
import { formatMinutes, formatIn } from "../../../../lib/format.ts";
import { longWeekdayName, weekdays } from "../../../../lib/month-name.ts";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { QuoteLines } from "../../../booking/quote-lines.tsx";
import { ClockField } from "../../../manage/form/clock-field.tsx";
import { useScopeNames } from "../../../manage/scope/scope-names.ts";
import { previewQuote, type Trial } from "./preview-quote.ts";

type RatePreviewProps = { location: LocationView; draft: CreateRateInput; rateId: string | null; rates: RateView[] };

/** "1 h 30 min on Thursday at 14:00 costs …", by the values as they are typed. */
export function RatePreview({ location, draft, rateId, rates }: RatePreviewProps) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const { resources, nameOf } = useScopeNames(location.id);
  const [trial, setTrial] = useState<Trial>({ weekday: 4, startMinute: 14 * 60, lengthMinutes: 90 });
  const format = formatIn(location.timeZone);
  const now = useNow();
  const isComplete = typeof draft.priceMinor === "number" && draft.bandToMinute > draft.bandFromMinute;
  const tried = isComplete ? previewQuote({ location, rates, draft, rateId, resources, trial, now }) : null;
  return (
    <Card className="flex flex-col gap-4 bg-paper">
      <div>
        <p className="font-semibold">{texts.preview}</p>
        <p className="text-sm text-second">
          {tried
            ? texts.previewLead(
                nameOf(draft),
                formatMinutes(trial.lengthMinutes),
                format.shortDay(tried.slot.start),
                format.time(tried.slot.start),
              )
            : texts.previewNone}
        </p>
      </div>
      <TrialFields trial={trial} onChange={setTrial} />
      <div aria-live="polite" className="flex flex-col gap-3">
        {tried && <QuoteLines quote={tried.quote} />}
        {tried && !tried.usesDraft && <Callout tone="amber">{texts.previewOther}</Callout>}
      </div>
      <p className="text-sm text-second">{texts.previewHint}</p>
    </Card>
  );
}

function TrialFields({ trial, onChange }: { trial: Trial; onChange: (trial: Trial) => void }) {
  const { rates: texts } = useTexts(manageRatesTexts);
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <Select
        label={texts.previewDay}
        options={weekdays.map((day) => ({ id: String(day), label: longWeekdayName(day) }))}
        value={String(trial.weekday)}
        onChange={(id) => onChange({ ...trial, weekday: Number(id) })}
      />
      <ClockField
        label={texts.previewTime}
        value={trial.startMinute}
        onChange={(startMinute) => onChange({ ...trial, startMinute })}
      />
      <NumberField
        label={texts.previewLength}
        suffix="min"
        hasSteppers={false}
        minimum={5}
        maximum={1440}
        step={15}
        value={trial.lengthMinutes}
        onChange={(minutes) => onChange({ ...trial, lengthMinutes: minutes ?? trial.lengthMinutes })}
      />
    </div>
  );
}
