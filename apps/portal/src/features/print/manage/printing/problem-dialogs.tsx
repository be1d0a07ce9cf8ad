import type { PrintProblem } from "@working-social/copier/schema";
import { useAction } from "../../../../lib/action.ts";
import { useIntention } from "../../../../lib/idempotency.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { ReasonDialog } from "../../../manage/form/reason-dialog.tsx";
import { sayDone } from "../../../../lib/say-done.ts";

interface ProblemDialogProps {
  problem: PrintProblem;
  onClose: () => void;
}

/** A line that does not matter. */
export function DismissDialog(props: ProblemDialogProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { dismissTitle: title, dismissReason: hint, dismiss: confirmLabel, dismissText } = texts;
  return <PutAwayDialog {...props} {...{ title, hint, confirmLabel }} text={dismissText} />;
}

/** The log has said one print twice: it stays paid once. */
export function OnePrintDialog(props: ProblemDialogProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { onePrintTitle: title, onePrintReason: hint, onePrint: confirmLabel, onePrintText } = texts;
  return <PutAwayDialog {...props} {...{ title, hint, confirmLabel }} text={onePrintText} />;
}

interface PutAwayDialogProps extends ProblemDialogProps {
  title: string;
  hint: string;
  confirmLabel: string;
  text: string;
}

function PutAwayDialog({ problem, onClose, text, ...words }: PutAwayDialogProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const onDone = useDone(onClose);
  const intention = useIntention();
  const dismiss = useAction(trpc.printing.dismissProblem.mutationOptions(), { onDone: () => onDone(texts.dismissed) });
  const answer = (reason: string) => {
    const wish = { problemId: problem.id, reason };
    dismiss.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  };
  return (
    <ReasonDialog {...words} maxLength={200} tone="primary" action={dismiss} onReason={answer} onClose={onClose}>
      {text}
    </ReasonDialog>
  );
}

/** The log has said two prints that look the same: the second one is paid as well. */
export function SecondPrintDialog({ problem, onClose }: ProblemDialogProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const onDone = useDone(onClose);
  const intention = useIntention();
  const count = useAction(trpc.printing.countSecondPrint.mutationOptions(), {
    onDone: ({ sides }) => onDone(texts.secondPrinted(sides)),
  });
  const answer = (reason: string) => {
    const wish = { problemId: problem.id, reason };
    count.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  };
  return (
    <ReasonDialog
      title={texts.secondPrintTitle}
      hint={texts.secondPrintReason}
      confirmLabel={texts.secondPrint}
      maxLength={200}
      tone="primary"
      action={count}
      onReason={answer}
      onClose={onClose}
    >
      {texts.secondPrintText(problem.repeats?.sides ?? 0, problem.repeats?.personName ?? null)}
    </ReasonDialog>
  );
}

function useDone(onClose: () => void) {
  return (sentence: string) => {
    sayDone(sentence);
    onClose();
  };
}
