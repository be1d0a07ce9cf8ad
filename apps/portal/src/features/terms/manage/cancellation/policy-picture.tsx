import type { CancellationTier } from "@working-social/booking/schema";
import { classNames } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { policySegments, policySentence } from "./policy-sentence.ts";

/** The time before a booking as a line: what cancelling costs in each part, by height and by its figure. */
export function PolicyPicture({
  tiers,
  isBare = false,
}: {
  tiers: readonly Partial<CancellationTier>[];
  isBare?: boolean;
}) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const segments = policySegments(tiers);
  const sentence = policySentence(tiers, texts);
  return (
    <figure className="flex flex-col gap-2">
      <div role="img" aria-label={texts.picture(sentence)} className="time-axis">
        <div className="flex h-14 items-end border-b border-third">
          {segments.map(({ from, to, feePercent }) => (
            <div key={from} className="flex h-full flex-col justify-end" style={{ width: `${(to - from) * 100}%` }}>
              <span className="figures px-1 text-center text-xs font-semibold text-second">
                {feePercent === 0 ? texts.free : texts.fee(feePercent)}
              </span>
              <span
                className={classNames(
                  "w-full rounded-t-sm",
                  feePercent === 0 ? "bg-accent-weak" : "bg-amber-weak border-t-2 border-amber",
                )}
                style={{ height: `${6 + feePercent * 0.3}px` }}
              />
            </div>
          ))}
        </div>
        {/* Each word below its border, in the room until halfway to the next one: a long one gets a second line. */}
        <div className="flex text-xs text-second figures">
          {segments.map(({ from, to, hoursBefore }) => (
            <span
              key={from}
              className={from > 0 ? "text-center" : undefined}
              style={{ width: `${(to - from) * (from > 0 ? 100 : 50)}%` }}
            >
              {hoursBefore === null ? texts.bookedAt : texts.before(hoursBefore)}
            </span>
          ))}
          <span className="flex-1 text-end">{texts.start}</span>
        </div>
      </div>
      {!isBare && <figcaption className="text-sm text-second">{sentence}</figcaption>}
    </figure>
  );
}
