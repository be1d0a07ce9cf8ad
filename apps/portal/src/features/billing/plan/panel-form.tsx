import { Button, Form, FormError } from "@working-social/ui";
import type { ReactNode, SubmitEvent } from "react";
import { type AppRefusal, refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { DraftTotal } from "./draft-list.tsx";
import { type Outcome, withoutIt } from "./outcome.ts";
import { planTexts } from "./plan-texts.ts";

interface PanelFormProps {
  children: ReactNode;
  refusal: AppRefusal | null;
  /** What the button will do, in full. */
  commit: string;
  /** Below the button: whether, and until when, it can be taken back. */
  note: string | null;
  /** Why it can't be pressed now. */
  problem: string | null;
  /** What it does to the next invoice, whose sum stands over the button. */
  outcome: Outcome | null;
  isPending: boolean;
  onCommit: () => void;
}

/** What a panel asks, and at its foot, always in sight, the one button that does it. */
export function PanelForm({ children, refusal, commit, note, problem, outcome, isPending, onCommit }: PanelFormProps) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (problem === null) onCommit();
  }
  return (
    <Form onSubmit={submit} className="grow">
      {children}
      <FormError>{refusal && refusalSentence(refusal)}</FormError>
      <div className="sticky bottom-0 z-10 -mx-5 mt-auto -mb-6 flex flex-col gap-2.5 border-t bg-surface px-5 pt-3 pb-5 sm:-mx-6 sm:px-6">
        {outcome && <Sum outcome={outcome} />}
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="w-full"
          isPending={isPending}
          disabledReason={problem}
        >
          {commit}
        </Button>
        {note && <p className="text-center text-sm text-second">{note}</p>}
      </div>
    </Form>
  );
}

/** The sum of the next invoice with the change, and without it. */
function Sum({ outcome: { after, before } }: { outcome: Outcome }) {
  const texts = useTexts(planTexts);
  const [draft, ...more] = after;
  if (!draft || more.length > 0) return null;
  const without = withoutIt(before, draft);
  return (
    <div className="mb-1" role="status">
      <DraftTotal draft={draft} />
      {without !== null && (
        <p className="figures text-sm text-second">{texts.without(amountWords(without, draft.currency))}</p>
      )}
    </div>
  );
}
