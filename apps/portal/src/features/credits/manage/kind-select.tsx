import { Select, type SelectProps } from "@working-social/ui";
import { useLocations } from "../../../lib/location.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { creditKinds, kindId, kindOf, type CreditKind } from "./credit-kind.ts";

/** The name of each kind: money says its currency where there are several. */
export function useKindName(): (kind: CreditKind) => string {
  const { give: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  return ({ unit, currency }) => (currency === null ? units.name(unit) : texts.moneyIn(currency));
}

type KindSelectProps = Omit<SelectProps, "options" | "value" | "onChange"> & {
  value: CreditKind;
  onChange: (kind: CreditKind) => void;
  /** Kinds that are there beside those of the locations. */
  known?: readonly CreditKind[];
};

/** Room time, day passes, pages or money. */
export function KindSelect({ value, onChange, known = [], ...props }: KindSelectProps) {
  const { locations } = useLocations();
  const nameOf = useKindName();
  const options = creditKinds(locations, [...known, value]).map((kind) => ({ id: kindId(kind), label: nameOf(kind) }));
  return (
    <Select
      {...props}
      options={options}
      value={kindId(value)}
      onChange={(id) => {
        const kind = kindOf(id);
        if (kind) onChange(kind);
      }}
    />
  );
}
