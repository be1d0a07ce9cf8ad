import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Contract, ContractChange, ContractPreview, DraftView } from "@working-social/billing/schema";
import { holdsSame } from "@working-social/kernel";
import { Callout, DescriptionList, Skeleton } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import { DraftLines } from "../draft-lines.tsx";
import { contractsTexts } from "./contracts-texts.ts";

type ChangePreviewProps = { contract: Contract; change: ContractChange };

/** What a change would do, by the decision that will do it; or why it would be refused. */
export function ChangePreview({ contract, change }: ChangePreviewProps) {
  const texts = useTexts(contractsTexts);
  const { data, error } = useQuery(
    trpc.contracts.previewChange.queryOptions(
      { id: contract.id, change },
      { placeholderData: keepPreviousData, retry: false },
    ),
  );
  return (
    <section aria-label={texts.preview} aria-live="polite" className="flex flex-col gap-4 border-t pt-5">
      <h3 className="font-semibold">{texts.preview}</h3>
      {error ? (
        <Callout tone="red">{refusalSentence(refusalOf(error))}</Callout>
      ) : data ? (
        <Consequences preview={data} contract={contract} />
      ) : (
        <Skeleton className="h-24" />
      )}
    </section>
  );
}

function Consequences({ preview, contract }: { preview: ContractPreview; contract: Contract }) {
  const texts = useTexts(contractsTexts);
  const { before, after, follower } = preview;
  const { endsOn } = preview.contract;
  const sums = [
    { id: "before", term: texts.previewBefore, detail: sumWords(before) ?? texts.previewNothing },
    { id: "after", term: texts.previewAfter, detail: sumWords(after) ?? texts.previewNothing, isTotal: true },
  ];
  return (
    <>
      {follower ? (
        <p>{texts.previewFollows(dayWords(follower.startsOn))}</p>
      ) : (
        endsOn !== null && endsOn !== contract.endsOn && <p>{texts.previewEnds(dayWords(endsOn))}</p>
      )}
      {holdsSame(before, after) ? (
        <p className="text-second">{texts.previewSame}</p>
      ) : (
        <>
          <DescriptionList items={sums} align="figures" />
          {after.length > 0 && <h4 className="text-sm font-semibold text-second">{texts.previewLines}</h4>}
          {after.map((draft) => (
            <DraftLines key={`${draft.sellerId} ${draft.currency}`} draft={draft} />
          ))}
        </>
      )}
    </>
  );
}

/** "$212.00"; what comes back is below zero. Null: there is none. */
function sumWords(drafts: readonly DraftView[]): string | null {
  const sums = drafts.map(({ outcome, dueMinor, currency }) =>
    formatPrice(outcome === "credit_note" ? -dueMinor : dueMinor, currency),
  );
  return sums.length === 0 ? null : sums.join(" + ");
}
