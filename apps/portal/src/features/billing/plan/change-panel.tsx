import { SegmentedControl } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { ChangeEnd } from "./change-end.tsx";
import { ChangePause } from "./change-pause.tsx";
import { ChangePlan, type PanelProps } from "./change-plan.tsx";
import { ChangeResume } from "./change-resume.tsx";
import type { Offer } from "./offers.ts";
import { planTexts, type PlanTexts } from "./plan-texts.ts";

const panels = { plan: ChangePlan, pause: ChangePause, resume: ChangeResume, end: ChangeEnd };

interface ChangePanelProps extends PanelProps {
  offers: readonly Offer[];
  offer: Offer;
  onOffer: (offer: Offer) => void;
  /** A sheet's title says what it is. */
  isHeadingHidden: boolean;
}

/** Beside what one has: what it can become. Going down and ending stand in the same row as going up. */
export function ChangePanel({ offers, offer, onOffer, isHeadingHidden, ...panel }: ChangePanelProps) {
  const texts = useTexts(planTexts);
  const Panel = panels[offer];
  return (
    <div className="flex min-h-full flex-col gap-5">
      {!isHeadingHidden && <h2 className="text-xl font-semibold tracking-tight">{offerWords(offer, texts)}</h2>}
      {offers.length > 1 && (
        <SegmentedControl
          label={texts.what}
          segments={offers.map((one) => ({ id: one, label: shortWords(one, texts) }))}
          value={offer}
          onChange={(id) => {
            const next = offers.find((one) => one === id);
            if (next) onOffer(next);
          }}
          className="-mx-0.5"
        />
      )}
      <Panel key={`${panel.mine.contract.id} ${offer}`} {...panel} />
    </div>
  );
}

/** What a panel is called. */
export function offerWords(offer: Offer, texts: PlanTexts): string {
  return { plan: texts.changePlan, pause: texts.pause, resume: texts.resume, end: texts.end }[offer];
}

function shortWords(offer: Offer, texts: PlanTexts): string {
  return offer === "plan" ? texts.choose : offerWords(offer, texts);
}
