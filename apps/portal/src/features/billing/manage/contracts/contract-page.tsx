import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ContractDetail } from "@working-social/billing/schema";
import { toLocal } from "@working-social/kernel";
import { Button, buttonClass } from "@working-social/ui";
import { useLocations } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { dayWords } from "../../shared/day-words.ts";
import { ChangeDrawer } from "./change-drawer.tsx";
import { CHANGES, isChangeKind } from "./change-form.ts";
import { ContractBeside } from "./contract-beside.tsx";
import { Course, Pauses, Terms } from "./contract-parts.tsx";
import { changesOf, planLineOf, termOn } from "./contract-state.ts";
import { contractsTexts } from "./contracts-texts.ts";
import { StateBadge } from "./state-badge.tsx";
import { UndoButton } from "./undo-button.tsx";

/** One contract: what was agreed, what comes, and everything that can be changed about it. */
export function ContractPage({ contractId }: { contractId: string }) {
  const texts = useTexts(contractsTexts);
  const { data: detail } = useSuspenseQuery(trpc.contracts.get.queryOptions({ id: contractId }));
  const { locations } = useLocations();
  const { editing, close } = useEditing();
  const { contract } = detail;
  const today = useToday(detail);
  const plan = termOn(planLineOf(contract), today)?.planName ?? texts.noPlan;
  const place = locations.find(({ id }) => id === contract.locationId)?.name ?? "";
  return (
    <ManagePage
      section="contracts"
      heading={contract.holderName}
      subtitle={texts.lead(plan, dayWords(contract.startsOn), place)}
      actions={
        <Link to="/manage/contracts" className={buttonClass({ variant: "quiet" })}>
          {texts.back}
        </Link>
      }
      aside={<ContractBeside detail={detail} />}
      asideLabel={texts.nextInvoice}
    >
      <div>
        <StateBadge contract={contract} />
      </div>
      <Changes detail={detail} />
      <Course contract={contract} today={today} />
      {contract.pauses.length > 0 && <Pauses contract={contract} />}
      <Terms detail={detail} />
      {isChangeKind(editing) && changesOf(contract, today)[editing] && (
        <ChangeDrawer key={editing} detail={detail} kind={editing} onClose={close} />
      )}
    </ManagePage>
  );
}

/** What makes sense now; the first is what it lacks. */
function Changes({ detail }: { detail: ContractDetail }) {
  const texts = useTexts(contractsTexts);
  const { open } = useEditing();
  const { contract } = detail;
  const may = changesOf(contract, useToday(detail));
  return (
    <div role="group" aria-label={texts.changeTitle} className="flex flex-wrap gap-2">
      {CHANGES.filter((kind) => may[kind]).map((kind) => (
        <Button
          key={kind}
          size="small"
          variant={kind === "billing" ? "primary" : "secondary"}
          onPress={() => open(kind)}
        >
          {texts.actions[kind]}
        </Button>
      ))}
      {may.undoPlan && <UndoButton contract={contract} what="plan" />}
      {may.undoPause && <UndoButton contract={contract} what="pause" />}
      {may.undoEnd && <UndoButton contract={contract} what="end" />}
    </div>
  );
}

/** The day at the place of the contract. */
function useToday({ contract }: Pick<ContractDetail, "contract">) {
  return toLocal(useNow(), contract.timeZone).date;
}
