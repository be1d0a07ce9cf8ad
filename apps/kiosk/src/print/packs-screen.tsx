import type { PackView } from "@working-social/charges/schema";
import { newId } from "@working-social/kernel";
import { Button } from "@working-social/ui";
import { useEffect, useRef } from "react";
import { useTexts } from "../texts/language.tsx";
import { visitNotice } from "./announcement.ts";
import { Balances } from "./balances.tsx";
import { Notice } from "./notice.tsx";
import { ScreenTitle } from "./screen-title.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import type { VisitActions } from "./use-visit.ts";
import type { Chosen, Visit } from "./visit.ts";

export interface PacksScreenProps extends Pick<VisitActions, "dispatch" | "buy"> {
  visit: Extract<Visit, { at: "packs" }>;
}

/** What can be bought, what each costs, and what becomes of the price. */
export function PacksScreen({ visit, dispatch, buy }: PacksScreenProps) {
  const { packs, chosen, person, work, notice } = visit;
  const texts = useTexts();
  return (
    <main className="flex w-full max-w-5xl flex-1 flex-col gap-5 self-center py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <ScreenTitle>{texts.packs.title}</ScreenTitle>
          <p className="text-xl text-second">{packs.length > 0 ? texts.packs.pays : texts.packs.none}</p>
        </div>
        <Button size="kiosk" isDisabled={work !== null} onPress={() => dispatch({ type: "back_to_jobs" })}>
          {texts.packs.back}
        </Button>
      </div>
      {notice && <Notice tone="amber">{visitNotice(texts, notice, person.jobs)}</Notice>}
      <ul className="flex flex-col gap-4">
        {packs.map((pack) => (
          <PackCard
            key={pack.id}
            pack={pack}
            isBuying={work !== null}
            chosen={chosen?.pack.id === pack.id ? chosen : null}
            onChoose={() => dispatch({ type: "choose", chosen: { pack, idempotencyKey: newId() } })}
            onKeep={() => dispatch({ type: "choose", chosen: null })}
            onBuy={buy}
          />
        ))}
      </ul>
      <Balances balances={person.balances} withHeld />
    </main>
  );
}

interface PackCardProps {
  pack: PackView;
  isBuying: boolean;
  chosen: Chosen | null;
  onChoose: () => void;
  onKeep: () => void;
  onBuy: (chosen: Chosen) => void;
}

function PackCard({ pack, isBuying, chosen, onChoose, onKeep, onBuy }: PackCardProps) {
  const texts = useTexts();
  const price = texts.money(pack.totalMinor, pack.priceCurrency);
  const buyButton = useFocusBack(chosen !== null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <div className="flex min-w-60 flex-1 flex-col gap-1">
        <h2 className="text-2xl font-semibold wrap-anywhere">{pack.name}</h2>
        <p className="figures text-lg text-second">{texts.packs.content(pack)}</p>
      </div>
      {chosen ? (
        <Sure {...{ pack, price, isBuying, onKeep }} onBuy={() => onBuy(chosen)} />
      ) : (
        <Button
          ref={buyButton}
          size="kiosk"
          variant="primary"
          className="w-full sm:w-auto"
          aria-label={texts.jobs.named(texts.packs.buy(price), pack.name)}
          isDisabled={isBuying}
          onPress={onChoose}
        >
          {texts.packs.buy(price)}
        </Button>
      )}
    </li>
  );
}

/** It costs money, so it says what will happen, and asks. */
function Sure({
  pack,
  price,
  isBuying,
  onKeep,
  onBuy,
}: Pick<PackCardProps, "pack" | "isBuying" | "onKeep"> & { price: string; onBuy: () => void }) {
  const texts = useTexts();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div
      role="group"
      aria-label={texts.jobs.named(texts.packs.buy(price), pack.name)}
      className="flex max-w-md flex-col gap-3"
    >
      <p ref={question} tabIndex={-1} className="text-lg outline-none">
        {texts.packs.sure(texts.packs.what(pack), price)}
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:gap-3">
        <Button size="kiosk" isDisabled={isBuying} onPress={onKeep}>
          {texts.packs.keep}
        </Button>
        <Button size="kiosk" variant="primary" isPending={isBuying} onPress={onBuy}>
          {texts.packs.buyNow(price)}
        </Button>
      </div>
    </div>
  );
}
