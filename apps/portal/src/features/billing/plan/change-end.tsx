import { addDays } from "@working-social/kernel";
import { DatePicker } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import type { PanelProps } from "./change-plan.tsx";
import { PanelForm } from "./panel-form.tsx";
import { planTexts } from "./plan-texts.ts";
import { Reckoning } from "./reckoning.tsx";
import { useChangeContract } from "./use-change-contract.ts";
import { usePreview } from "./use-preview.ts";

/** The end, as early as was agreed or later. It asks for no reason, and one press does it. */
export function ChangeEnd({ mine, today, taxName, takingBack, onDone }: PanelProps) {
  const texts = useTexts(planTexts);
  const { contract, earliestEnd } = mine;
  const [lastDay, setLastDay] = useState(earliestEnd);
  const change = { kind: "cancel", lastDay } as const;
  const preview = usePreview(contract, change);
  const act = useChangeContract(contract, { takingBack, onDone });
  const day = nearDayWords(lastDay, today);
  return (
    <PanelForm
      refusal={act.refusal}
      commit={texts.commitEnd(day)}
      note={texts.backUntil(day)}
      problem={preview.answer === undefined || preview.isStale ? texts.reckoningLoading : null}
      outcome={preview.isStale ? null : preview.outcome}
      isPending={act.isPending}
      onCommit={() => act.run(change, { title: texts.ends(day), undo: "end" })}
    >
      <p className="text-second">{texts.endText(nearDayWords(earliestEnd, today))}</p>
      <DatePicker label={texts.endLastDay} value={lastDay} minimum={earliestEnd} onChange={setLastDay} />
      <p>{texts.endAfter(nearDayWords(addDays(lastDay, 1), today))}</p>
      {contract.depositMinor > 0 && <p>{texts.endDeposit(amountWords(contract.depositMinor, contract.currency))}</p>}
      <Reckoning state={preview} {...{ today, taxName }} />
    </PanelForm>
  );
}
