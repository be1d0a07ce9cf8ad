import { DatePicker } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { nearDayWords } from "../shared/day-words.ts";
import type { PanelProps } from "./change-plan.tsx";
import { contractNow } from "./contract-now.ts";
import { firstResume } from "./drafts.ts";
import { PanelForm } from "./panel-form.tsx";
import { planTexts } from "./plan-texts.ts";
import { Reckoning } from "./reckoning.tsx";
import { useChangeContract } from "./use-change-contract.ts";
import { usePreview } from "./use-preview.ts";

/** The end of a pause: earlier than was agreed, or at last. */
export function ChangeResume({ mine, today, taxName, takingBack, onDone }: PanelProps) {
  const texts = useTexts(planTexts);
  const { contract } = mine;
  const earliest = firstResume(contract, today);
  const [on, setOn] = useState(earliest);
  const { paused } = contractNow(contract, today);
  const change = { kind: "resume", on } as const;
  const preview = usePreview(contract, change);
  const act = useChangeContract(contract, { takingBack, onDone });
  const day = nearDayWords(on, today);
  return (
    <PanelForm
      refusal={act.refusal}
      commit={on === today ? texts.commitResumeToday : texts.commitResume(day)}
      note={null}
      problem={preview.answer === undefined || preview.isStale ? texts.reckoningLoading : null}
      outcome={preview.isStale ? null : preview.outcome}
      isPending={act.isPending}
      onCommit={() => act.run(change, { title: texts.resumed(day), undo: null })}
    >
      <p className="text-second">{texts.resumeText}</p>
      <DatePicker
        label={texts.resumeOn}
        value={on}
        minimum={earliest}
        maximum={paused?.untilDay ?? undefined}
        onChange={setOn}
      />
      <Reckoning state={preview} {...{ today, taxName }} />
    </PanelForm>
  );
}
