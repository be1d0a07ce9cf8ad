import type { OverdraftView } from "@working-social/credits/schema";
import { Button, CardList, Section } from "@working-social/ui";
import { useMe } from "../../../lib/me.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { useEditing } from "../../manage/form/use-editing.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { useKindName } from "./kind-select.tsx";

/** What may be owed, and is. */
export function OverdraftsSection({ credits }: { credits: OwnerCredits }) {
  const { overdraft: texts } = useTexts(manageCreditsTexts);
  const mayChange = useMe().permissions.managePeople;
  const { open } = useEditing();
  const own = credits.overdrafts.filter(({ limit, owed, owner }) => limit + owed > 0 && isOf(owner, credits));
  const add = mayChange && (
    <Button size="small" onPress={() => open("overdraft")}>
      {texts.add}
    </Button>
  );
  return (
    <Section title={texts.section} action={add}>
      {own.length === 0 ? (
        <p className="text-second">{texts.none}</p>
      ) : (
        <CardList>
          {own.map((overdraft) => (
            <Overdraft
              key={overdraft.lotId}
              overdraft={overdraft}
              onChange={mayChange ? () => open(overdraft.lotId) : null}
            />
          ))}
        </CardList>
      )}
    </Section>
  );
}

function isOf(owner: OverdraftView["owner"], { isTeam }: OwnerCredits): boolean {
  return (owner === "team") === isTeam;
}

function Overdraft({ overdraft, onChange }: { overdraft: OverdraftView; onChange: (() => void) | null }) {
  const { overdraft: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const nameOf = useKindName();
  const { unit, currency, limit, owed } = overdraft;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div>
        <p className="font-medium">{nameOf(overdraft)}</p>
        <p className="figures text-sm text-second">
          {texts.upTo(units.quantity(unit, currency, limit))} ·{" "}
          <span className={owed > 0 ? "text-red" : undefined}>
            {owed > 0 ? texts.owed(units.quantity(unit, currency, owed)) : texts.nothingOwed}
          </span>
        </p>
      </div>
      {onChange && (
        <Button size="small" aria-label={texts.changeOf(nameOf(overdraft))} onPress={onChange}>
          {texts.change}
        </Button>
      )}
    </li>
  );
}
