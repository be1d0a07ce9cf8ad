import { useNavigate } from "@tanstack/react-router";
import type { RunPreview } from "@working-social/billing/schema";
import { Button, ConfirmDialog, FormError } from "@working-social/ui";
import { useState } from "react";
import { formatPrice } from "../../../../lib/format.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { dayWords } from "../../shared/day-words.ts";
import { runTexts } from "./run-texts.ts";

/** Begins the run, after saying once more what can't be taken back; then its page shows how far it is. */
export function IssueButton({ preview }: { preview: RunPreview }) {
  const texts = useTexts(runTexts);
  // Its refusals need their words.
  useTexts(billingRefusals);
  const { and } = useTexts(manageTexts);
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { issueDate, totals } = preview;
  const count = countOf(preview);
  const start = useKeyedAction(trpc.billing.start.mutationOptions(), {
    onDone: ({ id }) => void navigate({ to: "/manage/billing/$runId", params: { runId: id } }),
  });
  const issued = totals.filter((total) => total.count > 0);
  const sum = and(issued.map(({ dueMinor, currency }) => formatPrice(dueMinor, currency)));
  if (count === 0) return null;
  return (
    <>
      <Button variant="primary" onPress={() => setIsAsking(true)}>
        {texts.issue(count)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={texts.confirmTitle(count)}
        confirmLabel={texts.issue(count)}
        isPending={start.isPending}
        onConfirm={() => start.run({ issueDate })}
      >
        <FormError>{start.refusal && refusalSentence(start.refusal)}</FormError>
        <p>{texts.confirmText(sum, dayWords(issueDate))}</p>
      </ConfirmDialog>
    </>
  );
}

/** How many documents the run would issue, credit notes included. */
export function countOf({ totals }: Pick<RunPreview, "totals">): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}
