import { addDays } from "@working-social/kernel";
import { DatePicker, RadioGroup } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { nearDayWords } from "../shared/day-words.ts";
import type { PanelProps } from "./change-plan.tsx";
import { firstPause, pauseChange } from "./drafts.ts";
import { PanelForm } from "./panel-form.tsx";
import { planTexts } from "./plan-texts.ts";
import { Reckoning } from "./reckoning.tsx";
import { useChangeContract } from "./use-change-contract.ts";
import { usePreview } from "./use-preview.ts";

/** Days that cost nothing: from when, until when, and what that does to the invoice. */
export function ChangePause({ mine, today, taxName, takingBack, onDone }: PanelProps) {
  const texts = useTexts(planTexts);
  const { contract } = mine;
  const [first] = useState(() => firstPause(mine, contract.intervalMonths));
  const [draft, setDraft] = useState(first);
  const change = pauseChange(draft, today);
  const preview = usePreview(contract, change);
  const act = useChangeContract(contract, { takingBack, onDone });
  const { startsOn, untilDay } = draft;
  const from = nearDayWords(startsOn, today);
  const until = untilDay === null ? null : nearDayWords(untilDay, today);
  return (
    <PanelForm
      refusal={act.refusal}
      commit={texts.commitPause(from)}
      note={texts.backUntil(nearDayWords(addDays(startsOn, -1), today))}
      problem={
        change === null
          ? texts.pauseNeedsDays
          : preview.answer === undefined || preview.isStale
            ? texts.reckoningLoading
            : null
      }
      outcome={preview.isStale ? null : preview.outcome}
      isPending={act.isPending}
      onCommit={() => change && act.run(change, { title: texts.pauseAhead(from, until), undo: "pause" })}
    >
      <p className="text-second">{texts.pauseText}</p>
      <DatePicker
        label={texts.pauseFrom}
        value={startsOn}
        minimum={addDays(today, 1)}
        onChange={(day) => setDraft({ startsOn: day, untilDay })}
      />
      <RadioGroup
        label={texts.pauseUntil}
        options={[
          { id: "day", label: texts.pauseFixed },
          { id: "open", label: texts.pauseOpen },
        ]}
        value={untilDay === null ? "open" : "day"}
        onChange={(id) => setDraft({ startsOn, untilDay: id === "open" ? null : first.untilDay })}
      />
      {untilDay !== null && (
        <DatePicker
          label={texts.pauseFixedDay}
          value={untilDay}
          minimum={addDays(startsOn, 1)}
          onChange={(day) => setDraft({ startsOn, untilDay: day })}
          {...(untilDay <= startsOn ? { errorMessage: texts.pauseNeedsDays } : {})}
        />
      )}
      {change && <Reckoning state={preview} {...{ today, taxName }} />}
    </PanelForm>
  );
}
