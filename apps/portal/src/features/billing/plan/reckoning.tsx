import type { ContractPreview, DraftView } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { Button, Callout, classNames, LoadingAnnouncement, Section, Skeleton, useUiText } from "@working-social/ui";
import { refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { DraftList } from "./draft-list.tsx";
import { dueOf, type Outcome } from "./outcome.ts";
import { planTexts } from "./plan-texts.ts";
import type { PreviewState } from "./use-preview.ts";

interface ReckoningProps {
  state: PreviewState;
  today: LocalDate;
  taxName: string | null;
}

/** What a change does to the next invoice: its lines as they will be, and what it would be without. */
export function Reckoning({ state, today, taxName }: ReckoningProps) {
  const texts = useTexts(planTexts);
  const { retry } = useUiText();
  const { answer, isStale, refusal } = state;
  if (refusal)
    return (
      <Callout
        tone="red"
        isLive
        actions={
          <Button size="small" onPress={state.retry}>
            {retry}
          </Button>
        }
      >
        {refusalSentence(refusal)}
      </Callout>
    );
  return (
    <Section title={texts.reckoning} level={3}>
      {answer ? (
        <div className={classNames("flex flex-col gap-5 transition-opacity", isStale && "opacity-55")}>
          <Answer {...{ answer, today, taxName }} outcome={state.outcome} />
        </div>
      ) : (
        <div className="flex flex-col gap-3">
          <LoadingAnnouncement label={texts.reckoningLoading} />
          <Skeleton className="h-11 w-full" />
          <Skeleton className="h-11 w-full" />
          <Skeleton className="mt-3 h-6 w-full" />
        </div>
      )}
    </Section>
  );
}

interface AnswerProps {
  answer: ContractPreview;
  outcome: Outcome | null;
  today: LocalDate;
  taxName: string | null;
}

function Answer({ answer, outcome, today, taxName }: AnswerProps) {
  const texts = useTexts(planTexts);
  return (
    <>
      {answer.follower && (
        <p className="text-sm text-second">{texts.follower(nearDayWords(answer.follower.startsOn, today))}</p>
      )}
      {outcome === null && <p>{texts.same}</p>}
      {outcome?.after.map((draft) => (
        <After
          key={`${draft.sellerId} ${draft.currency}`}
          {...{ draft, today, taxName }}
          hasTotal={outcome.after.length > 1}
        />
      ))}
      {outcome?.after.length === 0 &&
        outcome.before.map((draft) => (
          <p key={`${draft.sellerId} ${draft.currency}`}>
            {texts.noLonger(amountWords(dueOf(draft), draft.currency), nearDayWords(draft.issueDate, today))}
          </p>
        ))}
    </>
  );
}

interface AfterProps {
  draft: DraftView;
  today: LocalDate;
  taxName: string | null;
  /** The sum of a single one stands at the foot of the panel. */
  hasTotal: boolean;
}

function After({ draft, today, taxName, hasTotal }: AfterProps) {
  const texts = useTexts(planTexts);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm font-medium">
        {draft.issueDate > today ? texts.onInvoice(nearDayWords(draft.issueDate, today)) : texts.onNextInvoice}
      </p>
      <DraftList {...{ draft, taxName, hasTotal }} />
    </div>
  );
}
