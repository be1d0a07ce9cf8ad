import type { MyContract } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { Card, Section } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { DraftList } from "./draft-list.tsx";
import { Emphasis } from "../shared/emphasis.tsx";
import { invoiceSentence } from "./invoice-sentence.ts";
import { planTexts } from "./plan-texts.ts";

interface NextInvoiceProps {
  mine: MyContract;
  today: LocalDate;
  taxName: string | null;
}

/** The next invoice as a sentence, with the lines that it will have. */
export function NextInvoice({ mine, today, taxName }: NextInvoiceProps) {
  const texts = useTexts(planTexts);
  const { contract, nextInvoice, renewsOn } = mine;
  if (contract.billFrom === null) return null;
  const ofTeam = contract.teamId !== null;
  const ends = contract.endsOn !== null && contract.endsOn < renewsOn;
  return (
    <Section title={ofTeam ? texts.nextInvoiceTeam(contract.holderName) : texts.nextInvoice}>
      <Card padding="large" className="flex flex-col gap-6">
        {nextInvoice.length === 0 && (
          <p className="text-lg">
            {ends ? texts.noNextInvoiceEnd : texts.noNextInvoice(nearDayWords(renewsOn, today))}
          </p>
        )}
        {nextInvoice.map((draft) => (
          <div key={`${draft.sellerId} ${draft.currency}`} className="flex flex-col gap-4">
            <p className="max-w-prose text-lg text-balance sm:text-xl">
              <Emphasis>{invoiceSentence(draft, today, texts)}</Emphasis>
            </p>
            <DraftList {...{ draft, taxName }} hasTotal={false} />
          </div>
        ))}
        {nextInvoice.length > 0 && <p className="text-sm text-second">{texts.soFar}</p>}
      </Card>
    </Section>
  );
}
