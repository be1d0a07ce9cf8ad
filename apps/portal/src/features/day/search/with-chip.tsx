import type { ResourceKind, ResourceView } from "@working-social/booking/schema";
import { Button, Checkbox, Popover } from "@working-social/ui";
import { useRef, useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { Wishes } from "@working-social/booking/rules";
import { featuresOf } from "../wishes.ts";
import type { SetSearch } from "../use-book-page.ts";

type WithChipProps = { wishes: Wishes; resources: readonly ResourceView[]; onChange: SetSearch };

const kindOrder: readonly ResourceKind[] = ["room", "booth", "hot_desk", "dedicated_desk", "equipment"];

/** "with screen": features and kinds, from what there is at the location. */
export function WithChip({ wishes, resources, onChange }: WithChipProps) {
  const texts = useTexts(bookTexts);
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const chosen = [...wishes.kinds.map(texts.kind), ...wishes.features];
  const [first] = chosen;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
        className="flex h-10.5 max-w-full min-w-0 items-center gap-1.5 rounded-md border border-line bg-surface px-3 hover:bg-sunk touch:h-11.5"
      >
        <span className="text-second">{texts.withLabel}</span>
        <span className="truncate font-semibold">
          {first ? texts.wishCount(first, chosen.length - 1) : texts.anything}
        </span>
      </button>
      <Popover isOpen={isOpen} onOpenChange={setIsOpen} triggerRef={trigger} label={texts.wishes} className="w-64">
        <Choices {...{ wishes, resources, onChange }} />
        {chosen.length > 0 && (
          <Button
            size="small"
            className="mt-3"
            onPress={() => onChange({ features: undefined, kinds: undefined }, { replace: true })}
          >
            {texts.clearWishes}
          </Button>
        )}
      </Popover>
    </>
  );
}

function Choices({ wishes, resources, onChange }: WithChipProps) {
  const texts = useTexts(bookTexts);
  const features = featuresOf(resources);
  const kinds = kindOrder.filter((kind) => resources.some((resource) => resource.kind === kind));
  const set = (patch: Parameters<SetSearch>[0]) => onChange({ ...patch, resource: undefined }, { replace: true });
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="pb-1 text-sm font-semibold text-second">{texts.kinds}</legend>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={texts.kind(kind)}
            isSelected={wishes.kinds.includes(kind)}
            onChange={(isOn) => set({ kinds: toggled(wishes.kinds, kind, isOn) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className="pb-1 text-sm font-semibold text-second">{texts.features}</legend>
        {features.length === 0 && <p className="text-sm text-second">{texts.noFeatures}</p>}
        {features.map((feature) => (
          <Checkbox
            key={feature}
            label={feature}
            isSelected={wishes.features.includes(feature)}
            onChange={(isOn) => set({ features: toggled(wishes.features, feature, isOn) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function toggled<T>(list: readonly T[], item: T, isOn: boolean): T[] {
  return isOn ? [...list, item] : list.filter((other) => other !== item);
}
