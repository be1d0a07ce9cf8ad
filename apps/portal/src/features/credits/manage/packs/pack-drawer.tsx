import { CreatePackInput, PACK_PURPOSES, type PackView } from "@working-social/charges/schema";
import { ANYTHING } from "@working-social/credits/schema";
import { PRICE_MODES } from "@working-social/kernel";
import { FormRow } from "@working-social/ui";
import { z } from "zod";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useLocations } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "../manage-credits-texts.ts";
import { BoundQuantity } from "../bound-quantity.tsx";
import { CreditScopeFields } from "../credit-scope-fields.tsx";
import { KindSelect } from "../kind-select.tsx";
import { BoundMoney, BoundNumber, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";

/** As it is typed: the quantity begins empty, and again with another kind. */
export const PackFields = CreatePackInput.extend({ quantity: z.int().nullable().pipe(CreatePackInput.shape.quantity) });
type Fields = z.input<typeof PackFields>;
type PackForm = EntityForm<Fields, CreatePackInput>;

type PackDrawerProps = { pack: PackView | null; onClose: () => void };

/** A new pack (pack: null), or one that is on sale. */
export function PackDrawer({ pack, onClose }: PackDrawerProps) {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const { locations } = useLocations();
  const archive = useKeyedAction(trpc.credits.archivePack.mutationOptions(), { refusals: "toast" });
  const entity = useEntity({
    thing: pack,
    schema: PackFields,
    defaults: defaultsOf(pack, locations[0]?.currency ?? "EUR"),
    create: useKeyedAction(trpc.credits.createPack.mutationOptions()),
    update: useKeyedAction(trpc.credits.updatePack.mutationOptions()),
    archive: { verb: { ...archive, run: ({ id }, then) => archive.run({ packId: id }, then) }, words: texts },
    words: texts,
    onClose,
  });
  const form: PackForm = entity.form;
  return (
    <EntityDrawer entity={entity}>
      {pack && <p className="text-second">{texts.changeHint}</p>}
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <What form={form} />
      <Price form={form} />
      <Tax form={form} />
      <BoundNumber
        form={form}
        name="validDays"
        label={texts.validDays}
        description={texts.validHint}
        suffix={texts.daysSuffix}
        hasSteppers={false}
        minimum={1}
        maximum={3660}
        isOptional
        className="sm:max-w-xs"
      />
    </EntityDrawer>
  );
}

export function defaultsOf(pack: PackView | null, currency: string): Partial<Fields> {
  if (pack) {
    const { id: _id, tax: _tax, totalMinor: _total, ...fields } = pack;
    return fields;
  }
  return {
    name: "",
    unit: "room_minutes",
    currency: null,
    quantity: null,
    priceCurrency: currency,
    validDays: null,
    scope: ANYTHING,
    purpose: "multi_purpose",
    priceMode: "gross",
  };
}

function What({ form }: { form: PackForm }) {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const { setValue, watch } = form.form;
  const [unit, currency, scope] = watch(["unit", "currency", "scope"]);
  return (
    <>
      <FormRow>
        <KindSelect
          label={texts.what}
          value={{ unit, currency }}
          onChange={(kind) => {
            setValue("unit", kind.unit, { shouldDirty: true });
            setValue("currency", kind.currency);
            setValue("scope", ANYTHING);
            setValue("quantity", null);
          }}
        />
        <BoundQuantity form={form} name="quantity" kind={{ unit, currency }} label={texts.amount} isRequired />
      </FormRow>
      <CreditScopeFields
        key={unit}
        unit={unit}
        scope={scope}
        onChange={(next) => setValue("scope", next, { shouldDirty: true })}
      />
    </>
  );
}

function Price({ form }: { form: PackForm }) {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const { locations } = useLocations();
  const currency = form.form.watch("priceCurrency");
  const currencies = [...new Set([currency, ...locations.map((location) => location.currency)])];
  return (
    <FormRow>
      <BoundMoney
        form={form}
        name="priceMinor"
        label={texts.price}
        description={texts.priceHint}
        currency={currency}
        isRequired
      />
      {currencies.length > 1 && (
        <BoundSelect
          form={form}
          name="priceCurrency"
          label={texts.currency}
          options={currencies.map((id) => ({ id, label: id }))}
        />
      )}
    </FormRow>
  );
}

/** When its tax is due, and what that means. */
function Tax({ form }: { form: PackForm }) {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const purpose = form.form.watch("purpose") ?? "multi_purpose";
  return (
    <>
      <BoundSelect
        form={form}
        name="purpose"
        label={texts.tax}
        description={texts.taxHint[purpose]}
        options={PACK_PURPOSES.map((id) => ({ id, label: texts.taxed[id] }))}
      />
      {purpose === "single_purpose" && (
        <BoundSelect
          form={form}
          name="priceMode"
          label={texts.priceMode}
          options={PRICE_MODES.map((id) => ({ id, label: texts.priceModes[id] }))}
        />
      )}
    </>
  );
}
