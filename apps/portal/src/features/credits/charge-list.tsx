import { useInfiniteQuery } from "@tanstack/react-query";
import type { ChargeView } from "@working-social/charges/schema";
import { Button, CardList, Section, Skeleton } from "@working-social/ui";
import { useState } from "react";
import { formatPrice, formatIn } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { CauseLink } from "./cause-link.tsx";
import { openChargesOptions } from "./charges-query.ts";

/** Shown at first; the rest on demand. */
const fewCount = 6;

/** What is owed until the next invoice, each with what it is for. */
export function ChargeList({ timeZone }: { timeZone: string }) {
  const texts = useTexts(creditsTexts);
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(openChargesOptions());
  const charges = data?.pages.flatMap((page) => page.charges) ?? [];
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? charges : charges.slice(0, fewCount);
  if (isError) return null;
  return (
    <Section title={texts.charges}>
      {!data ? (
        <Skeleton className="h-28 rounded-lg" />
      ) : charges.length === 0 ? (
        <p className="text-second">{texts.noCharges}</p>
      ) : (
        <>
          <p className="figures -mt-1 text-sm text-second">{texts.chargesText(hasNextPage ? null : sumOf(charges))}</p>
          <CardList>
            {shown.map((charge) => (
              <Charge key={charge.id} {...{ charge, timeZone }} />
            ))}
          </CardList>
        </>
      )}
      {shown.length < charges.length && (
        <Button className="self-center" onPress={() => setIsAll(true)}>
          {texts.moreCharges}
        </Button>
      )}
      {hasNextPage && isAll && (
        <Button className="self-center" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {texts.moreCharges}
        </Button>
      )}
    </Section>
  );
}

function Charge({ charge, timeZone }: { charge: ChargeView; timeZone: string }) {
  const texts = useTexts(creditsTexts);
  const format = formatIn(timeZone);
  const { currency, openMinor, paidMinor, amountMinor, createdAt } = charge;
  const notes = [
    format.shortDay(createdAt),
    ...(openMinor === amountMinor ? [] : [texts.chargeOf(formatPrice(amountMinor, currency))]),
    ...(paidMinor > 0 ? [texts.paidByCredits(formatPrice(paidMinor, currency))] : []),
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
      <span className="min-w-0 wrap-anywhere">
        <ChargeCause cause={charge.cause} />
        <span className="figures block text-sm text-second">{notes.join(" · ")}</span>
      </span>
      <span className="figures">{formatPrice(openMinor, currency)}</span>
    </li>
  );
}

const link = "font-medium text-accent hover:underline";

function ChargeCause({ cause }: Pick<ChargeView, "cause">) {
  const texts = useTexts(creditsTexts);
  const { type, label } = cause;
  const name = label || texts.causeType[type];
  return (
    <span className="font-medium">
      <CauseLink cause={cause} isOwn className={link}>
        {type === "print_job" && label ? texts.printed(label) : type === "pack_purchase" ? texts.pack(label) : name}
      </CauseLink>
    </span>
  );
}

/** "$12.72", by currency. */
function sumOf(charges: readonly ChargeView[]): string {
  const sums = new Map<string, number>();
  for (const { currency, openMinor } of charges) sums.set(currency, (sums.get(currency) ?? 0) + openMinor);
  return [...sums].map(([currency, minor]) => formatPrice(minor, currency)).join(" + ");
}
