import { useInfiniteQuery } from "@tanstack/react-query";
import type { PrintJobView } from "@working-social/copier/schema";
import { Badge, Button, ErrorState, Section, Skeleton } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { ReasonDialog } from "../../../manage/form/reason-dialog.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { pagesOf } from "../../../manage/list/pages.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { PersonField } from "../../../bookings/manage/slot/person-field.tsx";
import { useJobWords } from "./job-words.ts";
import { JobsTable } from "./jobs-table.tsx";

type Person = { id: string; name: string };
type PrintsOfPersonProps = { person: Person | null; onPerson: (person: Person | null) => void; zone: string };

/** What somebody printed, to give back what a jam has cost. */
export function PrintsOfPerson({ person, onPerson, zone }: PrintsOfPersonProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  return (
    <Section title={texts.ofPerson}>
      <PersonField
        person={person}
        onChange={onPerson}
        label={texts.whosePrints}
        description={texts.ofPersonHint}
        className="w-full sm:w-80"
      />
      {person && <Prints key={person.id} personId={person.id} zone={zone} />}
    </Section>
  );
}

function Prints({ personId, zone }: { personId: string; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { workOf, paidWith } = useJobWords();
  const [refunded, setRefunded] = useState<PrintJobView | null>(null);
  const query = useInfiniteQuery(
    pagesOf([...trpc.printing.mine.pathKey(), { personId }], (cursor) =>
      trpcClient.printing.mine.query({ personId, cursor }),
    ),
  );
  if (query.error)
    return <ErrorState title={refusalSentence(refusalOf(query.error))} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton className="h-40" />;
  const jobs = query.data.pages.flatMap((page) => page.jobs);
  if (jobs.length === 0) return <p className="text-second">{texts.noneOfPerson}</p>;
  return (
    <>
      <JobsTable
        label={texts.ofPerson}
        jobs={jobs}
        zone={zone}
        more={{
          id: "paid",
          header: texts.paid,
          cell: (job) => <span className="figures">{job.status === "settled" ? paidWith(job) : "–"}</span>,
        }}
        action={(job) => <RefundOrState job={job} onRefund={() => setRefunded(job)} what={workOf(job)} />}
      />
      <LoadMore query={query} />
      {refunded && <RefundDialog job={refunded} onClose={() => setRefunded(null)} />}
    </>
  );
}

function RefundOrState({ job, what, onRefund }: { job: PrintJobView; what: string; onRefund: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  if (job.isRefunded) return <Badge>{texts.isRefunded}</Badge>;
  if (job.status !== "settled") return <Badge>{texts.statuses[job.status]}</Badge>;
  return (
    <Button size="small" aria-label={texts.refundOf(what)} onPress={onRefund}>
      {texts.refund}
    </Button>
  );
}

function RefundDialog({ job, onClose }: { job: PrintJobView; onClose: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { workOf, paidWith } = useJobWords();
  const refund = useAction(trpc.printing.refund.mutationOptions(), {
    onDone: () => {
      sayDone(texts.refunded);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={texts.refundTitle}
      hint={texts.refundReason}
      confirmLabel={texts.refund}
      maxLength={200}
      tone="primary"
      action={refund}
      onReason={(reason) => refund.run({ jobId: job.id, reason })}
      onClose={onClose}
    >
      {texts.refundText(workOf(job), paidWith(job))}
    </ReasonDialog>
  );
}
