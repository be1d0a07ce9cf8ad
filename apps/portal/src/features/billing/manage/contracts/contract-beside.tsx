import { Link } from "@tanstack/react-router";
import type { ContractDetail } from "@working-social/billing/schema";
import { buttonClass, Callout } from "@working-social/ui";
import { useMe } from "../../../../lib/me.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import { DraftLines } from "../draft-lines.tsx";
import { contractsTexts } from "./contracts-texts.ts";

/** The invoice that the next period brings, or why none does. */
export function ContractBeside({ detail }: { detail: ContractDetail }) {
  const texts = useTexts(contractsTexts);
  const maySeeRun = useMe().permissions.manageBilling;
  const { contract, nextInvoice, renewsOn, problem } = detail;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{texts.nextInvoice}</h2>
      {contract.billFrom === null ? (
        <p className="text-second">{texts.noPriceYet}</p>
      ) : problem ? (
        <Callout
          tone="amber"
          actions={
            maySeeRun && (
              <Link to="/manage/billing" className={buttonClass({ size: "small" })}>
                {texts.toRun}
              </Link>
            )
          }
        >
          {texts.accountProblem}
        </Callout>
      ) : nextInvoice.length === 0 ? (
        <p className="text-second">{texts.noNextInvoice}</p>
      ) : (
        <>
          <p className="-mt-3 text-sm text-second">{texts.nextInvoiceOn(dayWords(renewsOn))}</p>
          {nextInvoice.map((draft) => (
            <DraftLines key={`${draft.sellerId} ${draft.currency}`} draft={draft} />
          ))}
        </>
      )}
    </div>
  );
}
