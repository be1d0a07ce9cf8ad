import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { EmptyState } from "@working-social/ui";
import { CircleCheck } from "lucide-react";
import { useLocations } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { KnownUsers } from "./known-users.tsx";
import { PrintsOfPerson } from "./prints-of-person.tsx";
import { ProblemList } from "./problem-list.tsx";
import { UncountedJobs } from "./uncounted-jobs.tsx";
import { UnknownUsers } from "./unknown-users.tsx";
import { UnpricedJobs } from "./unpriced-jobs.tsx";
import { exceptionsQuery, unknownUsersQuery } from "./use-print-queue.ts";

type PrintingPageProps = { personId: string | null; onPerson: (id: string | null) => void };

/** The front desk's list of prints that nobody pays for yet, and the way to give one back. */
export function PrintingPage({ personId, onPerson }: PrintingPageProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const zone = useLocations().location?.timeZone ?? "UTC";
  const { data: users } = useSuspenseQuery(unknownUsersQuery());
  const { data: exceptions } = useSuspenseQuery(exceptionsQuery());
  const { data: person } = useQuery(
    trpc.people.get.queryOptions({ id: personId ?? "" }, { enabled: personId !== null }),
  );
  const { unpriced, uncounted, problems } = exceptions;
  const isClear = users.length + unpriced.length + uncounted.length + problems.length === 0;
  return (
    <ManagePage section="printing" subtitle={texts.subtitle}>
      {isClear && (
        <EmptyState icon={<CircleCheck />} title={texts.clearTitle}>
          {texts.clearText}
        </EmptyState>
      )}
      {users.length > 0 && <UnknownUsers users={users} zone={zone} />}
      {unpriced.length > 0 && <UnpricedJobs jobs={unpriced} zone={zone} />}
      {uncounted.length > 0 && <UncountedJobs jobs={uncounted} zone={zone} />}
      {problems.length > 0 && <ProblemList problems={problems} zone={zone} />}
      <PrintsOfPerson
        key={person?.id}
        person={personId !== null && person ? { id: person.id, name: person.name } : null}
        onPerson={(chosen) => onPerson(chosen?.id ?? null)}
        zone={zone}
      />
      <KnownUsers zone={zone} />
    </ManagePage>
  );
}
