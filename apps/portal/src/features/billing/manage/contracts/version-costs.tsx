import { Link } from "@tanstack/react-router";
import type { PlanVersionView } from "@working-social/billing/schema";
import { buttonClass, Callout } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { contractsTexts } from "./contracts-texts.ts";
import { versionPrice } from "./term-words.ts";

/** What somebody agrees to by a price of a plan. */
export function VersionCosts({ version }: { version: PlanVersionView }) {
  const texts = useTexts(contractsTexts);
  const { currency, intervalMonths, setupFeeMinor, depositMinor, noticeDays, noticeMonths, minimumMonths } = version;
  const price = (minor: number) => formatPrice(minor, currency);
  const later = version.prices.filter(({ fromPeriod }) => fromPeriod > 0);
  const sentences = [
    versionPrice(version, texts),
    ...later.map(({ fromPeriod, priceMinor }) =>
      texts.costsLater(texts.per(price(priceMinor), intervalMonths), fromPeriod + 1),
    ),
    ...(setupFeeMinor > 0 ? [texts.costsSetup(price(setupFeeMinor))] : []),
    ...(depositMinor > 0 ? [texts.costsDeposit(price(depositMinor))] : []),
    ...(noticeDays + noticeMonths > 0 ? [`${texts.notice}: ${texts.noticeOf(noticeDays, noticeMonths)}`] : []),
    ...(minimumMonths > 0 ? [`${texts.minimum}: ${texts.minimumOf(minimumMonths)}`] : []),
  ];
  return (
    <Callout title={texts.whatItCosts}>
      <ul className="figures">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** Without a price no contract: where one is published. */
export function NoVersions() {
  const texts = useTexts(contractsTexts);
  return (
    <Callout
      tone="amber"
      actions={
        <Link to="/manage/plans" className={buttonClass({ size: "small" })}>
          {texts.publish}
        </Link>
      }
    >
      {texts.noVersions}
    </Callout>
  );
}
