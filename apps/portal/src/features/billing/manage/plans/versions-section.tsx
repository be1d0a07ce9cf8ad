import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PlanVersionView } from "@working-social/billing/schema";
import type { PlanView } from "@working-social/directory/schema";
import { Badge, buttonClass, Card, Section } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { contractsTexts } from "../contracts/contracts-texts.ts";
import { versionPrice } from "../contracts/term-words.ts";
import { shortDayText } from "../figures.ts";
import { PublishDrawer } from "./publish-drawer.tsx";
import { versionsTexts } from "./versions-texts.ts";

const KEY = "price ";

type VersionsSectionProps = { plans: PlanView[]; mayPublish: boolean };

/** What each plan costs, and how many contracts run by each of its prices. */
export function VersionsSection({ plans, mayPublish }: VersionsSectionProps) {
  const texts = useTexts(versionsTexts);
  const { data: versions } = useSuspenseQuery(trpc.plans.versions.queryOptions({ planId: null }));
  const { editing, close } = useEditing();
  const edited = plans.find(({ id }) => editing === `${KEY}${id}`);
  const of = (plan: PlanView) => versions.filter(({ planId }) => planId === plan.id);
  return (
    <Section title={texts.title}>
      <p className="-mt-2 text-sm text-second">{texts.hint}</p>
      <div className="flex flex-col gap-3">
        {plans.map((plan) => (
          <PlanPrices key={plan.id} plan={plan} versions={of(plan)} mayPublish={mayPublish} />
        ))}
      </div>
      {edited && mayPublish && <PublishDrawer key={edited.id} plan={edited} newest={of(edited)[0]} onClose={close} />}
    </Section>
  );
}

type PlanPricesProps = { plan: PlanView; versions: PlanVersionView[]; mayPublish: boolean };

function PlanPrices({ plan: { id, name }, versions, mayPublish }: PlanPricesProps) {
  const texts = useTexts(versionsTexts);
  return (
    <Card padding="none">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-5">
        <h3 className="font-semibold wrap-anywhere">{name}</h3>
        {mayPublish && (
          <Link
            to="."
            search={(before: object) => ({ ...before, edit: `${KEY}${id}` })}
            resetScroll={false}
            state={{ isOver: true }}
            aria-label={texts.publishOf(name)}
            className={buttonClass({ size: "small" })}
          >
            {texts.publish}
          </Link>
        )}
      </div>
      {versions.length === 0 ? (
        <p className="border-t px-4 py-3 text-second sm:px-5">{texts.none}</p>
      ) : (
        <ul className="divide-y divide-line border-t">
          {versions.map((version, index) => (
            <Version key={version.id} version={version} isNewest={index === 0} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Version({ version, isNewest }: { version: PlanVersionView; isNewest: boolean }) {
  const texts = useTexts(versionsTexts);
  const { priceMode, isPerSeat, contractCount, createdAt } = version;
  const price = versionPrice(version, useTexts(contractsTexts));
  const about = [texts[priceMode], ...useTermWords(version)];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-5">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">
          <span className="figures font-medium">{isPerSeat ? `${price} ${texts.perSeat}` : price}</span>
          {isNewest && <Badge tone="accent">{texts.newest}</Badge>}
        </span>
        <span className="figures block text-sm text-second">{about.join(" · ")}</span>
      </span>
      <span className="text-sm text-second sm:text-end">
        <span className="block">{`${texts.runs}: ${texts.runsBy(contractCount)}`}</span>
        <span className="figures block">{`${texts.since} ${shortDayText(createdAt.slice(0, 10))}`}</span>
      </span>
    </li>
  );
}

/** Later prices, set-up, deposit, notice and minimum term, as far as there are any. */
function useTermWords(version: PlanVersionView): string[] {
  const texts = useTexts(versionsTexts);
  const { currency, prices, setupFeeMinor, depositMinor, noticeDays, noticeMonths, minimumMonths } = version;
  const price = (minor: number) => formatPrice(minor, currency);
  const notice = noticeMonths > 0 ? texts.monthsOf(noticeMonths) : texts.daysOf(noticeDays);
  return [
    ...prices
      .filter(({ fromPeriod }) => fromPeriod > 0)
      .map(({ fromPeriod, priceMinor }) => texts.later(price(priceMinor), fromPeriod + 1)),
    ...(setupFeeMinor > 0 ? [texts.setup(price(setupFeeMinor))] : []),
    ...(depositMinor > 0 ? [texts.deposit(price(depositMinor))] : []),
    ...(noticeMonths + noticeDays > 0 ? [texts.notice(notice)] : []),
    ...(minimumMonths > 0 ? [texts.minimum(texts.monthsOf(minimumMonths))] : []),
  ];
}
