import { CreateLocationInput, type LocationView } from "@working-social/booking/schema";
import { chooseLanguage, LANGUAGES, nameOfLanguage, ZERO_TAX_CATEGORIES } from "@working-social/kernel";
import { FormRow } from "@working-social/ui";
import { useState } from "react";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { likelyCurrency, regionOf } from "../../../../lib/likely-currency.ts";
import { language, locale } from "../../../../lib/locale.ts";
import { chooseLocation } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { BoundCheckbox, BoundComboBox, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { BoundPercent } from "../../../manage/form/percent-field.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { ApprovalReminders } from "./approval-reminders.tsx";
import { currencyOptions } from "./currencies.ts";
import { regionOptions } from "../../../../lib/regions.ts";
import { zoneOptions } from "../../../../lib/zones.ts";

type Fields = z.input<typeof CreateLocationInput>;
type LocationForm = EntityForm<Fields, CreateLocationInput>;

export function defaultsOf(location: LocationView | null): Fields {
  if (location) {
    const { id: _id, language: stored, ...fields } = location;
    return { ...fields, language: chooseLanguage(LANGUAGES, [stored]) };
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const currency = likelyCurrency(navigator.language);
  const tax = { taxName: null, taxBasisPoints: 0, taxInclusive: false, zeroTaxCategory: "O" } as const;
  return { name: "", timeZone, currency, ...tax, language, region: regionOf(locale) };
}

/** A new location (null), in the zone and the money of this browser until others are chosen; or what a location is. */
export function LocationDrawer({ location, onClose }: { location: LocationView | null; onClose: () => void }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const entity = useEntity({
    thing: location,
    schema: CreateLocationInput,
    defaults: defaultsOf(location),
    create: useKeyedAction(trpc.locations.create.mutationOptions()),
    update: useAction(trpc.locations.update.mutationOptions()),
    words: texts,
    onSaved: ({ id }) => !location && chooseLocation(id),
    onClose,
  });
  const form: LocationForm = entity.form;
  return (
    <EntityDrawer entity={entity} extra={location && <ApprovalReminders location={location} />}>
      <BoundText form={form} name="name" label={texts.name} isRequired autoComplete="off" />
      <Clock form={form} />
      <Tax form={form} />
      <Reading form={form} />
    </EntityDrawer>
  );
}

function Clock({ form }: { form: LocationForm }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const now = useNow();
  const zone = form.form.getValues("timeZone");
  // The list of zones is long: made once, with the offsets of when the form was opened.
  const [zones] = useState(() => zoneOptions(now, zone));
  const [currencies] = useState(currencyOptions);
  return (
    <>
      <BoundComboBox
        form={form}
        name="timeZone"
        label={texts.zone}
        description={texts.zoneHint}
        placeholder={texts.zonePlaceholder}
        options={zones}
        isRequired
      />
      <BoundComboBox
        form={form}
        name="currency"
        label={texts.currency}
        description={texts.currencyHint}
        options={currencies}
        isRequired
      />
    </>
  );
}

/** What is said to whoever chose no language of their own: in mails, at the door, beside the copier. */
function Reading({ form }: { form: LocationForm }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const [regions] = useState(regionOptions);
  return (
    <FormRow>
      <BoundSelect
        form={form}
        name="language"
        label={texts.language}
        description={texts.languageHint}
        options={LANGUAGES.map((id) => ({ id, label: nameOfLanguage(id) }))}
      />
      <BoundComboBox form={form} name="region" label={texts.region} description={texts.regionHint} options={regions} />
    </FormRow>
  );
}

function Tax({ form }: { form: LocationForm }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  return (
    <>
      <FormRow>
        <BoundText
          form={form}
          name="taxName"
          isNullable
          label={texts.taxName}
          description={texts.taxNameHint}
          autoComplete="off"
        />
        <BoundPercent form={form} name="taxBasisPoints" label={texts.taxRate} />
      </FormRow>
      {form.form.watch("taxBasisPoints") === 0 ? (
        <BoundSelect
          form={form}
          name="zeroTaxCategory"
          label={texts.zeroTax}
          description={texts.zeroTaxHint}
          options={ZERO_TAX_CATEGORIES.map((id) => ({ id, label: texts.zeroTaxes[id] }))}
        />
      ) : (
        <BoundCheckbox
          form={form}
          name="taxInclusive"
          label={texts.taxInclusive}
          description={texts.taxInclusiveHint}
        />
      )}
    </>
  );
}
