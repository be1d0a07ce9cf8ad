import { useQuery } from "@tanstack/react-query";
import type { WaitingJobView } from "@working-social/copier/schema";
import type { WalletView } from "@working-social/credits/schema";
import { Button, Callout, Spinner } from "@working-social/ui";
import { useState } from "react";
import { formatPrice, formatIn } from "../../lib/format.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { printTexts } from "./print-texts.ts";
import { BuyPackDialog } from "../credits/buy-pack-dialog.tsx";
import { CancelJobDialog } from "./cancel-job-dialog.tsx";
import { jobFacts } from "./job-facts.ts";
import { sourceOf } from "./split.ts";
import { splitParts, splitWords } from "./split-words.ts";
import type { Releaser } from "./use-release.ts";

interface WaitingJobProps {
  job: WaitingJobView;
  wallet: WalletView;
  timeZone: string;
  releaser: Releaser;
}

/** One document that waits: what it is, what it takes, and the ways on. */
export function WaitingJob({ job, wallet, timeZone, releaser }: WaitingJobProps) {
  const texts = useTexts(printTexts);
  const format = formatIn(timeZone);
  const title = job.title || texts.untitled;
  const isHeld = job.status === "held";
  const expires = isHeld && job.expiresAt ? [texts.expires(format.dayTime(job.expiresAt))] : [];
  const facts = [...jobFacts(job, texts), job.deviceName, ...expires];
  const refused = releaser.refused?.jobId === job.id && releaser.refused.of === 1 ? releaser.refused.refusal : null;
  return (
    // The price is read before the button; where there is room, the buttons stand beside the title.
    <li className="grid gap-x-5 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-semibold wrap-anywhere">{title}</h3>
        <p className="figures text-sm text-second">{facts.join(" · ")}</p>
      </div>
      {isHeld && <Price job={job} wallet={wallet} />}
      <div className="sm:col-start-2 sm:row-start-1">
        {job.status === "released" ? <Printing /> : <Actions {...{ job, wallet, title, releaser }} />}
      </div>
      {refused && (
        <Callout tone="amber" isLive className="sm:col-span-2">
          {refusalSentence(refused, format)}
        </Callout>
      )}
    </li>
  );
}

/** The split before the click, and what it leaves. */
function Price({ job, wallet }: Pick<WaitingJobProps, "job" | "wallet">) {
  const texts = useTexts(printTexts);
  const units = useTexts(creditUnitTexts);
  if (job.priceMinor === null) return <p className="text-amber sm:col-span-2">{texts.noPriceYet}</p>;
  const pages = (n: number) => units.quantity(job.unit, null, Math.abs(n));
  const parts = splitParts(job, job, sourceOf(wallet.lots, job.unit, job.credits), texts);
  const after = job.balanceAfter < 0 ? texts.owedAfter(pages(job.balanceAfter)) : texts.after(pages(job.balanceAfter));
  return (
    <p className="figures sm:col-span-2">
      {parts.map((part, index) => (
        <span key={part} className={index > 0 ? "whitespace-nowrap" : undefined}>
          {index > 0 && ", "}
          {part}
        </span>
      ))}
      {job.credits > 0 && <span className="block text-sm text-second">{after}</span>}
    </p>
  );
}

function Printing() {
  const texts = useTexts(printTexts);
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-second">
      <Spinner />
      {texts.printing}
    </p>
  );
}

function Actions({ job, wallet, title, releaser }: Omit<WaitingJobProps, "timeZone"> & { title: string }) {
  const texts = useTexts(printTexts);
  const [open, setOpen] = useState<"cancel" | "buy" | null>(null);
  const { data: packs = [] } = useQuery(trpc.credits.packs.queryOptions());
  const helping = packs.filter(({ unit }) => unit === job.unit);
  const label = job.moneyMinor > 0 ? texts.releaseFor(formatPrice(job.moneyMinor, job.currency)) : texts.release;
  const words = splitWords(job, job, sourceOf(wallet.lots, job.unit, job.credits), texts);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        aria-label={texts.releaseName(label, title, words)}
        isPending={releaser.pendingId === job.id}
        disabledReason={job.priceMinor === null ? texts.noPriceYet : null}
        onPress={() => releaser.run([{ job, split: job }])}
      >
        {label}
      </Button>
      {job.moneyMinor > 0 && helping.length > 0 && (
        <Button aria-label={texts.buyInsteadName(title)} onPress={() => setOpen("buy")}>
          {texts.buyInstead}
        </Button>
      )}
      <Button variant="quiet" aria-label={texts.cancelName(title)} onPress={() => setOpen("cancel")}>
        {texts.cancel}
      </Button>
      {open === "cancel" && <CancelJobDialog job={job} title={title} onClose={close} />}
      {open === "buy" && <BuyPackDialog packs={helping} wallet={wallet} onClose={close} />}
    </div>
  );
}
