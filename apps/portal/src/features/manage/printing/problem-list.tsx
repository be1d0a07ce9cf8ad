import type { PrintExceptions } from "@working-social/copier/schema";
import { Badge, Button, CardList, Section } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { useFormat } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { managePrintingTexts } from "../../../texts/manage-printing.ts";
import { ReasonDialog } from "../form/reason-dialog.tsx";
import { useRefresh } from "../list/use-refresh.ts";

type Problem = PrintExceptions["problems"][number];

/** Lines of the logs that nobody could read: put away with a reason. */
export function ProblemList({ problems, zone }: { problems: readonly Problem[]; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const format = useFormat(zone);
  const [dismissed, setDismissed] = useState<Problem | null>(null);
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
            <Button size="small" aria-label={texts.dismissOf(problem.deviceName)} onPress={() => setDismissed(problem)}>
              {texts.dismiss}
            </Button>
          </li>
        ))}
      </CardList>
      {dismissed && <DismissDialog problem={dismissed} onClose={() => setDismissed(null)} />}
    </Section>
  );
}

function DismissDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const refresh = useRefresh();
  const dismiss = useAction(trpc.printing.dismissProblem.mutationOptions(), {
    onDone: () => {
      refresh(texts.dismissed, trpc.printing.pathFilter());
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={texts.dismissTitle}
      hint={texts.dismissReason}
      confirmLabel={texts.dismiss}
      maxLength={200}
      tone="primary"
      action={dismiss}
      onReason={(reason) => dismiss.run({ problemId: problem.id, reason })}
      onClose={onClose}
    >
      {texts.dismissText}
    </ReasonDialog>
  );
}
