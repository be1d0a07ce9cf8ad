import { useQuery } from "@tanstack/react-query";
import type { PreviewedAccount } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { Drawer, ErrorState, Skeleton } from "@working-social/ui";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { DraftLines } from "../draft-lines.tsx";
import { runTexts } from "./run-texts.ts";

type AccountDrawerProps = { account: PreviewedAccount; issueDate: LocalDate; onClose: () => void };

/** What an account would get, line by line, from each seller in each currency. */
export function AccountDrawer({ account: { accountId, name }, issueDate, onClose }: AccountDrawerProps) {
  const texts = useTexts(runTexts);
  const query = useQuery(trpc.billing.previewAccount.queryOptions({ accountId, issueDate }));
  return (
    <Drawer isOpen onOpenChange={onClose} title={texts.drawerTitle(name)} size="medium">
      <p className="mb-5 text-second">{texts.asOf}</p>
      {query.error ? (
        <ErrorState title={refusalSentence(refusalOf(query.error))} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <div className="flex flex-col gap-8">
          {query.data.map((draft) => (
            <DraftLines key={`${draft.sellerId} ${draft.currency}`} draft={draft} />
          ))}
        </div>
      ) : (
        <Skeleton className="h-40" />
      )}
    </Drawer>
  );
}
