import { expectDefined } from "@working-social/kernel";
import type { PrintJobView } from "@working-social/copier/schema";
import { Badge, Button, NumberField, Section } from "@working-social/ui";
import { useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { ReasonDialog } from "../../../manage/form/reason-dialog.tsx";
import { sayDone } from "../../../../lib/say-done.ts";
import { useJobWords } from "./job-words.ts";
import { JobsTable } from "./jobs-table.tsx";

/** As the API takes them. */
const MOST_SIDES = 100_000;

/** Prints whose printer counts nothing: somebody looks into the tray. */
export function UncountedJobs({ jobs, zone }: { jobs: readonly PrintJobView[]; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { workOf } = useJobWords();
  const [counted, setCounted] = useState<PrintJobView | null>(null);
  return (
    <Section
      title={
        <>
          {texts.uncounted} <Badge tone="amber">{jobs.length}</Badge>
        </>
      }
    >
      <p className="-mt-2 text-sm text-second">{texts.uncountedHint}</p>
      <JobsTable
        label={texts.uncounted}
        jobs={jobs}
        zone={zone}
        action={(job) => (
          <Button size="small" aria-label={texts.countOf(workOf(job))} onPress={() => setCounted(job)}>
            {texts.count}
          </Button>
        )}
      />
      {counted && <CountDialog job={counted} onClose={() => setCounted(null)} />}
    </Section>
  );
}

function CountDialog({ job, onClose }: { job: PrintJobView; onClose: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { workOf } = useJobWords();
  const [sides, setSides] = useState<number | null>(null);
  const count = useKeyedAction(trpc.printing.count.mutationOptions(), {
    onDone: (_job, input) => {
      sayDone(texts.counted(input.sides));
      onClose();
    },
  });
  const isWrong = sides === null;
  return (
    <ReasonDialog
      title={texts.countTitle}
      hint={texts.countReason}
      confirmLabel={texts.countConfirm}
      tone="primary"
      maxLength={200}
      action={count}
      isComplete={!isWrong}
      onReason={(reason) =>
        count.run({ jobId: job.id, sides: expectDefined(sides, "The dialog let nothing pass as a number."), reason })
      }
      onClose={onClose}
      fields={(isTried) => (
        <NumberField
          label={texts.sides}
          isRequired
          description={texts.sidesHint}
          minimum={0}
          maximum={MOST_SIDES}
          value={sides}
          onChange={setSides}
          errorMessage={isTried && isWrong ? texts.sidesNeeded : undefined}
        />
      )}
    >
      {texts.countText(workOf(job), job.copies)}
    </ReasonDialog>
  );
}
