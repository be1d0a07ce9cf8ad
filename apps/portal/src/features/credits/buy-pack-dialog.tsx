import type { BoughtPack, PackView } from "@working-social/charges/schema";
import type { WalletView } from "@working-social/credits/schema";
import { addDays, fromLocal, toLocal } from "@working-social/kernel";
import { ConfirmDialog, FormError, RadioGroup } from "@working-social/ui";
import { useState } from "react";
import { formatPrice } from "../../lib/format.ts";
import { useMe } from "../../lib/me.ts";
import { useNow } from "../../lib/now.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { dayName } from "./credit-days.ts";
import { useBuyPack } from "./use-buy-pack.ts";

interface BuyPackDialogProps {
  /** One, or several of a kind to choose from. Told anew when a price changes. */
  packs: readonly PackView[];
  wallet: WalletView;
  onClose: () => void;
  onBought?: (bought: BoughtPack) => void;
}

/** Asks before a pack is bought, and says first what it brings, until when, and what becomes of its price. */
export function BuyPackDialog({ packs, wallet, onClose, onBought }: BuyPackDialogProps) {
  const texts = useTexts(creditsTexts);
  const { person } = useMe();
  const [packId, setPackId] = useState(packs[0]?.id);
  const [whose, setWhose] = useState<"me" | "team">("me");
  const buy = useBuyPack((bought) => {
    onBought?.(bought);
    onClose();
  });
  const pack = packs.find(({ id }) => id === packId) ?? packs[0];
  if (!pack) return null;
  const price = formatPrice(pack.totalMinor, pack.priceCurrency);
  const mayBuyForTeam = person.role === "team_admin" && wallet.teamId !== null;
  const isChanged = buy.refusal?.code === "pack_price_changed";
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={packs.length > 1 ? texts.buySomeTitle : texts.buyTitle(pack.name)}
      confirmLabel={texts.buyConfirm(price)}
      isPending={buy.isPending}
      onConfirm={() => buy.run(pack, whose)}
    >
      <div className="flex flex-col gap-4">
        <FormError title={isChanged ? texts.packPriceChanged : undefined}>
          {buy.refusal && refusalSentence(buy.refusal)}
        </FormError>
        {packs.length > 1 && <PackChoice {...{ packs }} value={pack.id} onChange={setPackId} />}
        {mayBuyForTeam && (
          <RadioGroup
            label={texts.buyWhose}
            options={[
              { id: "me", label: texts.buyForMe },
              { id: "team", label: texts.buyForTeam },
            ]}
            value={whose}
            onChange={(id) => setWhose(id === "team" ? "team" : "me")}
          />
        )}
        <Outcome {...{ pack, whose, price }} timeZone={wallet.timeZone} />
      </div>
    </ConfirmDialog>
  );
}

/** What one has after it, and owes. */
function Outcome({
  pack,
  whose,
  price,
  timeZone,
}: {
  pack: PackView;
  whose: "me" | "team";
  price: string;
  timeZone: string;
}) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const now = useNow();
  const last = pack.validDays === null ? null : addDays(toLocal(now, timeZone).date, pack.validDays);
  const day = last === null ? null : dayName(fromLocal(last, 720, timeZone), timeZone, now);
  return (
    <div className="flex flex-col gap-2">
      <p>{texts.buyGives(units.quantity(pack.unit, pack.currency, pack.quantity), day)}</p>
      {pack.totalMinor > 0 && (
        <p className="text-second">{whose === "team" ? texts.buyCostsTeam(price) : texts.buyCosts(price)}</p>
      )}
    </div>
  );
}

interface PackChoiceProps {
  packs: readonly PackView[];
  value: string;
  onChange: (packId: string) => void;
}

function PackChoice({ packs, value, onChange }: PackChoiceProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const options = packs.map(({ id, name, unit, currency, quantity, totalMinor, priceCurrency }) => ({
    id,
    label: `${name}, ${formatPrice(totalMinor, priceCurrency)}`,
    description: units.quantity(unit, currency, quantity),
  }));
  return <RadioGroup label={texts.buyWhich} options={options} value={value} onChange={onChange} />;
}
