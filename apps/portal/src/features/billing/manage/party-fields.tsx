import { COUNTRY_CODES, ELECTRONIC_SCHEMES } from "@working-social/billing/schema";
import { LANGUAGES, nameOfLanguage } from "@working-social/kernel";
import { FormRow } from "@working-social/ui";
import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { locale } from "../../../lib/locale.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { BoundComboBox, BoundSelect, BoundText } from "../../manage/form/bound-fields.tsx";
import { FieldGroup } from "../../manage/form/field-group.tsx";
import type { EntityForm } from "../../manage/form/use-entity-form.ts";
import { billingTexts } from "./billing-texts.ts";

type FormProps<F extends FieldValues, I> = { form: EntityForm<F, I> };

/** Every form of a party has these; TypeScript can't tell of fields to come that they do. */
function nameIn<F extends FieldValues>(name: string): FieldPath<F> {
  return name as FieldPath<F>;
}

function countryOptions() {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const options = COUNTRY_CODES.map((id) => ({ id, label: names.of(id) ?? id }));
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The address of a seller or a buyer. */
export function AddressFields<F extends FieldValues, I>({ form }: FormProps<F, I>) {
  const texts = useTexts(billingTexts);
  const [countries] = useState(countryOptions);
  const line = { form, isNullable: true, autoComplete: "off" } as const;
  return (
    <FieldGroup title={texts.address}>
      <BoundText {...line} name={nameIn<F>("street")} label={texts.street} />
      <BoundText {...line} name={nameIn<F>("extraLine")} label={texts.extraLine} isOptional />
      <FormRow>
        <BoundText {...line} name={nameIn<F>("postCode")} label={texts.postCode} />
        <BoundText {...line} name={nameIn<F>("city")} label={texts.city} />
      </FormRow>
      <FormRow>
        <BoundText {...line} name={nameIn<F>("region")} label={texts.region} isOptional />
        <BoundComboBox form={form} name={nameIn<F>("country")} label={texts.country} options={countries} />
      </FormRow>
    </FieldGroup>
  );
}

/** Its numbers at the tax office. */
export function TaxIdFields<F extends FieldValues, I>({ form }: FormProps<F, I>) {
  const texts = useTexts(billingTexts);
  const line = { form, isNullable: true, isOptional: true, autoComplete: "off" } as const;
  return (
    <FormRow>
      <BoundText {...line} name={nameIn<F>("vatId")} label={texts.vatId} description={texts.vatIdHint} />
      <BoundText {...line} name={nameIn<F>("taxId")} label={texts.taxId} />
    </FormRow>
  );
}

/** Where e-invoices reach it. */
export function ElectronicFields<F extends FieldValues, I>({ form }: FormProps<F, I>) {
  const texts = useTexts(billingTexts);
  return (
    <FormRow>
      <BoundText
        form={form}
        name={nameIn<F>("electronicAddress")}
        label={texts.electronicAddress}
        isNullable
        isOptional
        autoComplete="off"
      />
      <BoundComboBox
        form={form}
        name={nameIn<F>("electronicScheme")}
        label={texts.electronicScheme}
        description={texts.electronicHint}
        options={ELECTRONIC_SCHEMES.map((id) => ({ id, label: id }))}
      />
    </FormRow>
  );
}

/** In which its documents are; `none`: what no choice is called. */
export function LanguageSelect<F extends FieldValues, I>({ form, none }: FormProps<F, I> & { none?: string }) {
  const texts = useTexts(billingTexts);
  const languages = LANGUAGES.map((id) => ({ id: id as string, label: nameOfLanguage(id) }));
  return (
    <BoundSelect
      form={form}
      name={nameIn<F>("language")}
      label={texts.language}
      options={none === undefined ? languages : [{ id: "", label: none }, ...languages]}
    />
  );
}
