import type { MyContract } from "@working-social/billing/schema";
import { useSuspenseQuery } from "@tanstack/react-query";
import { addDays, type LocalDate } from "@working-social/kernel";
import { NumberField } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { trpc } from "../../../lib/trpc.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { lineTexts } from "../shared/line-texts.ts";
import { planChoices } from "./choices.ts";
import { contractNow } from "./contract-now.ts";
import { dayOfWhen, planChange, type When, whensFor } from "./drafts.ts";
import { PanelForm } from "./panel-form.tsx";
import { PlanRadios } from "./plan-radio.tsx";
import { planTexts } from "./plan-texts.ts";
import { Reckoning } from "./reckoning.tsx";
import { type TakingBack, useChangeContract } from "./use-change-contract.ts";
import { usePreview } from "./use-preview.ts";
import { WhenField } from "./when-field.tsx";

export interface PanelProps {
  mine: MyContract;
  today: LocalDate;
  taxName: string | null;
  takingBack: TakingBack;
  onDone: () => void;
}

/** Another plan, up or down, or other seats: from when, what it does to the invoice, and the button. */
export function ChangePlan({ mine, today, taxName, takingBack, onDone }: PanelProps) {
  const texts = useTexts(planTexts);
  const { contract, renewsOn } = mine;
  const wish = usePlanWish(mine, today);
  const preview = usePreview(contract, wish.change);
  const change = useChangeContract(contract, { takingBack, onDone });
  const { choice, when } = wish;
  const day = dayOfWhen(when, { renewsOn, today });
  const dayText = nearDayWords(day, today);
  const isAhead = day > today;
  const commit = useCommitWords(wish, dayText, isAhead);
  const rhythm = choice && choice.intervalMonths !== contract.intervalMonths ? choice.intervalMonths : null;
  function run() {
    if (!wish.change) return;
    change.run(wish.change, { title: texts.changed(commit.done), undo: isAhead ? "plan" : null });
  }
  return (
    <PanelForm
      refusal={change.refusal}
      commit={commit.button}
      note={wish.change && (isAhead ? texts.backUntil(nearDayWords(addDays(day, -1), today)) : texts.backNever)}
      problem={
        wish.change === null
          ? wish.isPerSeat
            ? texts.nothingChangesSeats
            : texts.nothingChanges
          : preview.answer === undefined || preview.isStale
            ? texts.reckoningLoading
            : null
      }
      outcome={preview.isStale ? null : preview.outcome}
      isPending={change.isPending}
      onCommit={run}
    >
      <PlanRadios
        choices={wish.choices}
        value={choice?.versionId ?? null}
        currency={contract.currency}
        onChange={wish.choose}
      />
      {wish.isPerSeat && (
        <NumberField
          label={texts.howManySeats}
          value={wish.quantity}
          minimum={1}
          maximum={100_000}
          onChange={(quantity) => wish.setQuantity(quantity ?? 1)}
        />
      )}
      <WhenField kinds={whensFor(contract, choice)} value={when} {...{ today, renewsOn }} onChange={wish.setWhen} />
      {rhythm !== null && <p className="-mt-3 text-sm text-second">{texts.onlyAtRenewal(texts.perPeriod(rhythm))}</p>}
      {wish.change === null ? (
        <p className="text-second">{wish.isPerSeat ? texts.nothingChangesSeats : texts.nothingChanges}</p>
      ) : (
        <Reckoning state={preview} {...{ today, taxName }} />
      )}
    </PanelForm>
  );
}

/** What is chosen, and what the contract would be asked to do. */
function usePlanWish({ contract }: MyContract, today: LocalDate) {
  const { data: versions } = useSuspenseQuery(trpc.plans.versions.queryOptions({ planId: null }));
  const { present } = contractNow(contract, today);
  const choices = planChoices(contract, versions, today);
  const [versionId, setVersionId] = useState(present?.planVersionId ?? null);
  const [quantity, setQuantity] = useState(present?.quantity ?? 1);
  const [wished, setWhen] = useState<When>({ kind: "renewal" });
  const choice = choices.find((one) => one.versionId === versionId) ?? null;
  const when: When = whensFor(contract, choice).includes(wished.kind) ? wished : { kind: "renewal" };
  // Seats are a team's: who is alone has one.
  const isPerSeat = choice?.isPerSeat === true && contract.teamId !== null;
  return {
    choices,
    choice,
    quantity,
    when,
    isPerSeat,
    setQuantity,
    setWhen,
    choose: setVersionId,
    change: planChange(contract, { choice, quantity, when }, today),
  };
}

function useCommitWords(
  { change, choice, quantity }: ReturnType<typeof usePlanWish>,
  day: string,
  isAhead: boolean,
): { button: string; done: string } {
  const texts = useTexts(planTexts);
  const { seatsOnly } = useTexts(lineTexts);
  const name = choice?.name || texts.noName;
  if (change === null) return { button: texts.changePlan, done: "" };
  if (change.kind === "seats") {
    const seats = seatsOnly(quantity);
    const words = isAhead ? texts.commitSeats(seats, day) : texts.commitSeatsToday(seats);
    return { button: words, done: words };
  }
  return {
    button: isAhead ? texts.commitPlan(name, day) : texts.commitPlanToday(name),
    done: texts.comingPlan(name, null, day),
  };
}
