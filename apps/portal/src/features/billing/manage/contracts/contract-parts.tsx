import type { Contract, ContractDetail, ContractLine } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { CardList, classNames, DescriptionList, Section } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import { contractsTexts } from "./contracts-texts.ts";
import { termPrice } from "./term-words.ts";

/** What it costs from when: what is over is quiet, what comes stands below what is. */
export function Course({ contract, today }: { contract: Contract; today: LocalDate }) {
  const texts = useTexts(contractsTexts);
  return contract.lines.map((line) => (
    <Section key={line.id} title={contract.lines.length === 1 ? texts.course : `${texts.course}: ${nameOf(line)}`}>
      <CardList>
        {line.terms.map((term) => {
          const next = line.terms.find(({ validFrom }) => validFrom > term.validFrom)?.validFrom;
          const isOver = next !== undefined && next <= today;
          return (
            <li key={term.id} className={classNames("flex flex-wrap justify-between gap-x-4", isOver && "text-second")}>
              <span>
                {texts.from(dayWords(term.validFrom))}
                {term.planName && <span className="text-second"> · {term.planName}</span>}
              </span>
              <span className="figures">{termPrice(term, contract, texts) ?? texts.nothingCharged}</span>
            </li>
          );
        })}
      </CardList>
    </Section>
  ));
}

function nameOf({ resourceName, unitName, description }: ContractLine): string {
  return [resourceName, unitName, description].filter((name) => name !== null).join(", ");
}

export function Pauses({ contract }: { contract: Contract }) {
  const texts = useTexts(contractsTexts);
  return (
    <Section title={texts.pauses}>
      <CardList>
        {contract.pauses.map(({ id, startsOn, untilDay }) => (
          <li key={id}>{texts.pauseOf(dayWords(startsOn), untilDay === null ? null : dayWords(untilDay))}</li>
        ))}
      </CardList>
    </Section>
  );
}

/** What was agreed beside the price. */
export function Terms({ detail }: { detail: ContractDetail }) {
  const texts = useTexts(contractsTexts);
  const { contract, renewsOn, earliestEnd } = detail;
  const { billFrom, billingDay, noticeDays, noticeMonths, minimumMonths, currency, couponCode, endsOn } = contract;
  const item = (id: string, term: string, said: string | null) => (said === null ? [] : [{ id, term, detail: said }]);
  const price = (minor: number) => (minor === 0 ? null : formatPrice(minor, currency));
  const items = [
    ...item("billed", texts.billedFrom, billFrom === null ? texts.billedFromNever : dayWords(billFrom)),
    ...item("renews", texts.renews, endsOn === null ? dayWords(renewsOn) : null),
    ...item("ends", texts.ends, endsOn === null ? null : dayWords(endsOn)),
    ...item("day", texts.billingDay, texts.billingDayOf(billingDay)),
    ...item("notice", texts.notice, texts.noticeOf(noticeDays, noticeMonths)),
    ...item("minimum", texts.minimum, texts.minimumOf(minimumMonths)),
    ...item("earliest", texts.earliestEnd, endsOn === null ? dayWords(earliestEnd) : null),
    ...item("setup", texts.setupFee, price(contract.setupFeeMinor)),
    ...item("deposit", texts.deposit, price(contract.depositMinor)),
    ...item("coupon", texts.coupon, couponCode),
  ];
  return (
    <Section title={texts.terms}>
      <DescriptionList items={items} className="max-w-xl" />
    </Section>
  );
}
