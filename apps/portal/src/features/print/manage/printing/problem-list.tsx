import type { PrintProblem } from "@working-social/copier/schema";
import { Badge, Button, CardList, Section } from "@working-social/ui";
import { useState } from "react";
import { formatIn } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { DismissDialog, OnePrintDialog, SecondPrintDialog } from "./problem-dialogs.tsx";

type Answer = { problem: PrintProblem; Dialog: typeof DismissDialog };

/** Lines of the logs that nobody could read are put away with a reason; a print that was told twice is one, or two. */
export function ProblemList({ problems, zone }: { problems: readonly PrintProblem[]; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const format = formatIn(zone);
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <Section
      title={
        <>
          {texts.problems} <Badge tone="amber">{problems.length}</Badge>
        </>
      }
    >
      <p className="-mt-2 text-sm text-second">{texts.problemsHint}</p>
      <CardList>
        {problems.map((problem) => (
          <li key={problem.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
              <p>{texts.problemCodes[problem.code] ?? texts.otherProblem}</p>
              <code className="rounded-sm bg-sunk px-2 py-1 font-mono text-sm break-all">{problem.line}</code>
              <p className="figures text-sm text-second">
                {problem.deviceName} · {format.dayTime(problem.at)}
              </p>
            </div>
            <Answers problem={problem} onAnswer={(Dialog) => setAnswer({ problem, Dialog })} />
          </li>
        ))}
      </CardList>
      {answer && <answer.Dialog problem={answer.problem} onClose={() => setAnswer(null)} />}
    </Section>
  );
}

function Answers({ problem, onAnswer }: { problem: PrintProblem; onAnswer: (dialog: Answer["Dialog"]) => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { deviceName, repeats } = problem;
  if (repeats === null)
    return (
      <Button size="small" aria-label={texts.dismissOf(deviceName)} onPress={() => onAnswer(DismissDialog)}>
        {texts.dismiss}
      </Button>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" aria-label={texts.onePrintOf(deviceName)} onPress={() => onAnswer(OnePrintDialog)}>
        {texts.onePrint}
      </Button>
      <Button size="small" aria-label={texts.secondPrintOf(deviceName)} onPress={() => onAnswer(SecondPrintDialog)}>
        {texts.secondPrint}
      </Button>
    </div>
  );
}
