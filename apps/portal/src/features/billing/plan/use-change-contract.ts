import type { Contract, ContractChange } from "@working-social/billing/schema";
import { dismissToast, toast } from "@working-social/ui";
import { useAction } from "../../../lib/action.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import type { AppRefusal } from "../../../lib/refusals.ts";
import { sayDone } from "../../../lib/say-done.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { trpc } from "../../../lib/trpc.ts";
import type { TakeBack } from "./offers.ts";
import { planTexts } from "./plan-texts.ts";

/** The message about a contract that still offers to take something back: once it was, or more changed, it would refuse. */
const offered = new Map<string, number>();

function withdrawOffer(contractId: string): void {
  const shown = offered.get(contractId);
  if (shown !== undefined) dismissToast(shown);
  offered.delete(contractId);
}

export interface TakingBack {
  run: (contractId: string, what: TakeBack) => void;
  isPending: boolean;
}

/** Takes back at once what has not begun. The page has it, for it outlives the panel that offered it. */
export function useTakeBack(): TakingBack {
  const texts = useTexts(planTexts);
  const intention = useIntention();
  const action = useAction(trpc.contracts.change.mutationOptions(), { refusals: "toast" });
  function run(contractId: string, what: TakeBack) {
    withdrawOffer(contractId);
    const wish = { id: contractId, change: { kind: "undo", what } } as const;
    action.run({ ...wish, idempotencyKey: intention.keyFor(wish) }, () => {
      intention.done();
      sayDone(texts.takenBack(what));
    });
  }
  return { run, isPending: action.isPending };
}

interface ChangeContract {
  /** `undo`: what takes it back, where it has not begun. */
  run: (change: ContractChange, said: { title: string; undo: TakeBack | null }) => void;
  isPending: boolean;
  refusal: AppRefusal | null;
}

/** Changes a contract once for each intention, says that it is agreed, and offers to take it back. */
export function useChangeContract(
  { id }: Pick<Contract, "id">,
  { takingBack, onDone }: { takingBack: TakingBack; onDone: () => void },
): ChangeContract {
  const texts = useTexts(planTexts);
  const intention = useIntention();
  const action = useAction(trpc.contracts.change.mutationOptions());
  function run(change: ContractChange, { title, undo }: { title: string; undo: TakeBack | null }) {
    const wish = { id, change };
    action.run({ ...wish, idempotencyKey: intention.keyFor(wish) }, () => {
      intention.done();
      withdrawOffer(id);
      const back = undo && { label: texts.undo, onPress: () => takingBack.run(id, undo) };
      const shown = toast({ title, tone: "accent", ...(back && { action: back }) });
      if (undo) offered.set(id, shown);
      onDone();
    });
  }
  return { run, isPending: action.isPending, refusal: action.refusal };
}
