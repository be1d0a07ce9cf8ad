import { CreateProductInput, PRODUCT_UNITS, type ProductView, TAX_CLASSES } from "@working-social/billing/schema";
import { FormRow } from "@working-social/ui";
import { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useLocations } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { BoundMoney, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { billingTexts, type BillingTexts } from "../billing-texts.ts";
import { naming } from "../naming.ts";

/** An item has a name; what an organization has one of is called by its kind, which nobody types. */
export const ProductFields = CreateProductInput.extend({
  name: z.string().nullable().pipe(CreateProductInput.shape.name.nullable()),
});
type Fields = z.input<typeof ProductFields>;
type Input = z.output<typeof ProductFields>;
type ProductForm = EntityForm<Fields, Input>;

/** What a product is called. */
export function productName({ products: { kinds } }: BillingTexts, { kind, name }: ProductView): string {
  return kind === "item" ? (name ?? "") : kinds[kind];
}

/** A new item (product: null), or what is sold. */
export function ProductDrawer({ product, onClose }: { product: ProductView | null; onClose: () => void }) {
  const all = useTexts(billingTexts);
  const { products: texts } = all;
  const { locations } = useLocations();
  const named = (one: ProductView) => ({ ...one, name: productName(all, one) });
  const archive = useKeyedAction(trpc.products.archive.mutationOptions(), { refusals: "toast" });
  const create = naming(useKeyedAction(trpc.products.create.mutationOptions()), named);
  const isItem = product === null || product.kind === "item";
  const entity = useEntity({
    thing: product && named(product),
    schema: ProductFields,
    defaults: defaultsOf(product, locations[0]?.currency ?? "EUR"),
    create: { ...create, run: ({ name, ...input }: Input, then) => create.run({ ...input, name: name ?? "" }, then) },
    update: naming(useAction(trpc.products.update.mutationOptions()), named),
    ...(isItem && { archive: { verb: archive, words: { ...texts, archived: texts.archivedDone } } }),
    words: texts,
    onClose,
  });
  const form: ProductForm = entity.form;
  return (
    <EntityDrawer entity={entity}>
      {isItem && <BoundText form={form} name="name" label={all.name} isRequired autoComplete="off" />}
      <FormRow>
        <BoundSelect
          form={form}
          name="unitCode"
          label={texts.unit}
          options={PRODUCT_UNITS.map((id) => ({ id, label: texts.units[id] }))}
        />
        <BoundSelect
          form={form}
          name="taxClass"
          label={texts.taxClass}
          options={TAX_CLASSES.map((id) => ({ id, label: texts.classes[id] }))}
        />
      </FormRow>
      <BoundText
        form={form}
        name="revenueAccount"
        label={texts.account}
        description={texts.accountHint}
        isNullable
        isOptional
        autoComplete="off"
      />
      {isItem && <Price form={form} />}
    </EntityDrawer>
  );
}

/** What a new one begins with; or what is sold. */
export function defaultsOf(product: ProductView | null, currency: string): Fields {
  if (product) {
    const { id: _id, kind: _kind, isArchived: _archived, ...fields } = product;
    return fields;
  }
  const price = { priceMinor: 0, currency };
  return { name: "", unitCode: "C62", revenueAccount: null, taxClass: "standard", ...price };
}

function Price({ form }: { form: ProductForm }) {
  const { products: texts } = useTexts(billingTexts);
  const { locations } = useLocations();
  const currency = form.form.watch("currency");
  const currencies = [...new Set([...(currency === null ? [] : [currency]), ...locations.map((one) => one.currency)])];
  return (
    <FormRow>
      <BoundSelect
        form={form}
        name="currency"
        label={texts.currency}
        options={[{ id: "", label: texts.noCurrency }, ...currencies.map((id) => ({ id, label: id }))]}
      />
      {currency !== null && (
        <BoundMoney form={form} name="priceMinor" label={texts.price} currency={currency} isRequired />
      )}
    </FormRow>
  );
}
