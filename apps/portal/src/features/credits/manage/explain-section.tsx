import { addDays } from "@working-social/kernel";
import { Button, DateField, ErrorState, Section, Skeleton } from "@working-social/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import type { CreditKind } from "./credit-kind.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { KindSelect } from "./kind-select.tsx";
import { MovementsTable } from "./movements-table.tsx";
import { useExplanation, useStatement, type ExplainWish } from "./use-explanation.ts";

const mostDays = 732;

/** Opening, each movement with its cause, closing, and what lapses next; this month unless other days are chosen. */
export function ExplainSection({ credits }: { credits: OwnerCredits }) {
  const { explain: texts } = useTexts(manageCreditsTexts);
  const today = formatIn(credits.timeZone).date(useNow());
  const [kind, setKind] = useState<CreditKind>(() => {
    const [first] = credits.balances;
    return { unit: first?.unit ?? "room_minutes", currency: first?.currency ?? null };
  });
  const [days, setDays] = useState({ from: `${today.slice(0, 8)}01`, to: today });
  const problem = rangeProblem(days, texts);
  const wish: ExplainWish = { ...kind, ...days };
  const statement = useStatement(credits.owner, wish);
  const save = (
    <Button size="small" isPending={statement.isPending} disabledReason={problem} onPress={() => statement.run()}>
      <Download aria-hidden="true" className="size-4" />
      {texts.download}
    </Button>
  );
  return (
    <Section title={texts.title} action={save}>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,16rem)_11rem_11rem]">
        <KindSelect label={texts.kind} value={kind} known={credits.balances} onChange={setKind} />
        <DateField
          label={texts.from}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
          errorMessage={problem}
        />
        <DateField label={texts.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
      </div>
      {!problem && <Explanation credits={credits} wish={wish} />}
    </Section>
  );
}

function Explanation({ credits, wish }: { credits: OwnerCredits; wish: ExplainWish }) {
  const { data, error, refetch } = useExplanation(credits.owner, wish, true);
  if (error) return <ErrorState title={refusalSentence(refusalOf(error))} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  return <MovementsTable explanation={data} credits={credits} />;
}

function rangeProblem(
  { from, to }: { from: string; to: string },
  texts: { rangeWrong: string; rangeLong: string },
): string | null {
  if (from === "" || to === "" || to < from) return texts.rangeWrong;
  return addDays(from, mostDays) < to ? texts.rangeLong : null;
}
