import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ConfirmDialog, Dialog, FormError, RadioGroup, Skeleton } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { formatPrice } from "../../../lib/format.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { sayDone } from "../../../lib/say-done.ts";

type SellPackDialogProps = { credits: OwnerCredits; onClose: () => void };

/** Sells a pack to somebody at the desk: the credits are there at once, and its price is an open charge of theirs. */
export function SellPackDialog({ credits, onClose }: SellPackDialogProps) {
  const { sell: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const intention = useIntention();
  const { data: packs } = useQuery(trpc.credits.packs.queryOptions());
  const [packId, setPackId] = useState<string | null>(null);
  const sale = useAction(trpc.credits.buyPack.mutationOptions(), {
    onDone: ({ name }) => {
      intention.done();
      sayDone(texts.done(name, credits.name));
      onClose();
    },
    // The price may be another one by now: it shows beside the refusal.
  });
  const pack = packs?.find(({ id }) => id === packId) ?? packs?.[0];
  if (packs?.length === 0) {
    return (
      <Dialog isOpen onOpenChange={onClose} size="small" title={texts.title(credits.name)}>
        <p>
          {texts.none}{" "}
          <Link to="/manage/packs" search={{ edit: "new" }} className="underline underline-offset-3">
            {texts.addOne}
          </Link>
        </p>
      </Dialog>
    );
  }
  function confirm() {
    if (!pack) return;
    const input = { packId: pack.id, for: credits.owner, expectedPriceMinor: pack.totalMinor };
    sale.run({ ...input, idempotencyKey: intention.keyFor(input) });
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={texts.title(credits.name)}
      confirmLabel={texts.confirm(pack ? formatPrice(pack.totalMinor, pack.priceCurrency) : "")}
      isPending={sale.isPending}
      onConfirm={confirm}
    >
      <div className="flex flex-col gap-4">
        <FormError>{sale.refusal && refusalSentence(sale.refusal)}</FormError>
        {packs ? (
          <RadioGroup
            label={texts.pack}
            options={packs.map(({ id, name, unit, currency, quantity, totalMinor, priceCurrency }) => ({
              id,
              label: name,
              description: `${units.quantity(unit, currency, quantity)} · ${formatPrice(totalMinor, priceCurrency)}`,
            }))}
            value={pack?.id}
            onChange={setPackId}
          />
        ) : (
          <Skeleton className="h-24" />
        )}
        <p className="text-second">{texts.text}</p>
      </div>
    </ConfirmDialog>
  );
}
