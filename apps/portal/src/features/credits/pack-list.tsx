import { useQuery } from "@tanstack/react-query";
import type { PackView } from "@working-social/charges/schema";
import type { WalletView } from "@working-social/credits/schema";
import { Button, CardList, Section, Skeleton } from "@working-social/ui";
import { useState } from "react";
import { formatPrice } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { BuyPackDialog } from "./buy-pack-dialog.tsx";

/** What can be bought, each with its price on the button. */
export function PackList({ wallet }: { wallet: WalletView }) {
  const texts = useTexts(creditsTexts);
  const { data: packs, isError } = useQuery(trpc.credits.packs.queryOptions());
  const [buyingId, setBuyingId] = useState<string | null>(null);
  const buying = packs?.find(({ id }) => id === buyingId);
  if (isError || packs?.length === 0) return null;
  return (
    <Section title={texts.packs}>
      <p id="packs" className="-mt-1 scroll-mt-20 text-sm text-second">
        {texts.packsText}
      </p>
      {packs ? (
        <CardList>
          {packs.map((pack) => (
            <Pack key={pack.id} pack={pack} onBuy={() => setBuyingId(pack.id)} />
          ))}
        </CardList>
      ) : (
        <Skeleton className="h-36 rounded-lg" />
      )}
      {buying && <BuyPackDialog packs={[buying]} wallet={wallet} onClose={() => setBuyingId(null)} />}
    </Section>
  );
}

function Pack({ pack, onBuy }: { pack: PackView; onBuy: () => void }) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const price = formatPrice(pack.totalMinor, pack.priceCurrency);
  const quantity = units.quantity(pack.unit, pack.currency, pack.quantity);
  const lasts = pack.validDays === null ? texts.packForever : texts.packLasts(pack.validDays);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
      <span className="min-w-0">
        <span className="block font-semibold wrap-anywhere">{pack.name}</span>
        <span className="figures block text-sm text-second">
          {quantity}, {lasts}
        </span>
      </span>
      <Button aria-label={texts.buyPack(pack.name, price)} onPress={onBuy}>
        {price}
      </Button>
    </li>
  );
}
