import type { BoughtPack, PackView } from "@working-social/charges/schema";
import { toast } from "@working-social/ui";
import { useAction } from "../../lib/action.ts";
import { formatPrice } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import type { AppRefusal } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";

interface BuyPack {
  run: (pack: PackView, whose: "me" | "team") => void;
  isPending: boolean;
  refusal: AppRefusal | null;
}

/** Buys a pack for exactly the price that was shown, once for each intention. */
export function useBuyPack(onBought: (bought: BoughtPack) => void): BuyPack {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const intention = useIntention();
  const action = useAction(trpc.credits.buyPack.mutationOptions(), {
    onDone: (bought) => {
      intention.done();
      const { unit, currency, quantity, priceMinor, priceCurrency } = bought;
      const price = formatPrice(priceMinor, priceCurrency);
      toast({
        title: texts.bought(units.quantity(unit, currency, quantity)),
        ...(priceMinor > 0 ? { description: texts.boughtText(price) } : {}),
        tone: "accent",
      });
      onBought(bought);
    },
  });
  function run(pack: PackView, whose: "me" | "team") {
    const wish = { packId: pack.id, for: whose, expectedPriceMinor: pack.totalMinor };
    action.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return { run, isPending: action.isPending, refusal: action.refusal };
}
