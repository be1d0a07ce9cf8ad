import { CreateSellerInput, type SellerView, TAX_POINTS } from "@working-social/billing/schema";
import { chooseLanguage, LANGUAGES, PRICE_MODES } from "@working-social/kernel";
import { FormRow } from "@working-social/ui";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { language } from "../../../../lib/locale.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { BoundCheckbox, BoundNumber, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { billingTexts } from "../billing-texts.ts";
import { LacksNote } from "../lacks-note.tsx";
import { naming } from "../naming.ts";
import { AddressFields, ElectronicFields, LanguageSelect, TaxIdFields } from "../party-fields.tsx";

type Fields = z.input<typeof CreateSellerInput>;
type SellerForm = EntityForm<Fields, CreateSellerInput>;

const named = (seller: SellerView) => ({ ...seller, name: seller.legalName });

/** A new seller (seller: null), or one that writes invoices. */
export function SellerDrawer({ seller, onClose }: { seller: SellerView | null; onClose: () => void }) {
  const { sellers: texts } = useTexts(billingTexts);
  useTexts(billingRefusals);
  const archive = useKeyedAction(trpc.sellers.archive.mutationOptions(), { refusals: "toast" });
  const entity = useEntity({
    thing: seller && named(seller),
    schema: CreateSellerInput,
    defaults: defaultsOf(seller),
    create: naming(useKeyedAction(trpc.sellers.create.mutationOptions()), named),
    update: naming(useAction(trpc.sellers.update.mutationOptions()), named),
    archive: { verb: archive, words: { ...texts, archived: texts.archivedDone } },
    words: texts,
    onClose,
  });
  const form: SellerForm = entity.form;
  return (
    <EntityDrawer entity={entity} size="large">
      {seller && <LacksNote lacks={seller.lacks} of="seller" />}
      <BoundText form={form} name="legalName" label={texts.legalName} isRequired autoComplete="off" />
      <AddressFields form={form} />
      <Tax form={form} />
      <Contact form={form} />
      <Bank form={form} />
      <Terms form={form} />
    </EntityDrawer>
  );
}

/** What a new one begins with; or what a seller is. */
export function defaultsOf(seller: SellerView | null): Fields {
  if (seller) {
    const { id: _id, lockedUntil: _locked, hasLogo: _logo, isArchived: _archived, series: _series, ...rest } = seller;
    const { locations: _locations, lacks: _lacks, language: stored, ...fields } = rest;
    return { ...fields, language: chooseLanguage(LANGUAGES, [stored]) };
  }
  const address = { street: null, extraLine: null, city: null, postCode: null, region: null, country: null };
  const ids = { vatId: null, taxId: null, registration: null, electronicAddress: null, electronicScheme: null };
  const contact = { contactName: null, contactEmail: null, contactPhone: null };
  const bank = { accountHolder: null, iban: null, bic: null };
  const terms = {
    priceMode: "gross",
    taxPoint: "service_date",
    takesTaxOut: true,
    paymentDays: 14,
    leadDays: 0,
  } as const;
  return { legalName: "", ...address, ...ids, ...contact, ...bank, ...terms, language };
}

function Tax({ form }: { form: SellerForm }) {
  const texts = useTexts(billingTexts);
  return (
    <FieldGroup title={texts.tax}>
      <TaxIdFields form={form} />
      <BoundText
        form={form}
        name="registration"
        label={texts.sellers.registration}
        isNullable
        isOptional
        autoComplete="off"
      />
      <ElectronicFields form={form} />
    </FieldGroup>
  );
}

function Contact({ form }: { form: SellerForm }) {
  const { sellers: texts } = useTexts(billingTexts);
  const line = { form, isNullable: true, isOptional: true, autoComplete: "off" } as const;
  return (
    <FieldGroup title={texts.contact}>
      <BoundText {...line} name="contactName" label={texts.contactName} />
      <FormRow>
        <BoundText {...line} name="contactEmail" label={texts.contactEmail} type="email" />
        <BoundText {...line} name="contactPhone" label={texts.contactPhone} />
      </FormRow>
    </FieldGroup>
  );
}

function Bank({ form }: { form: SellerForm }) {
  const { sellers: texts } = useTexts(billingTexts);
  const line = { form, isNullable: true, isOptional: true, autoComplete: "off" } as const;
  return (
    <FieldGroup title={texts.bank}>
      <BoundText {...line} name="accountHolder" label={texts.accountHolder} />
      <FormRow>
        <BoundText {...line} name="iban" label={texts.iban} />
        <BoundText {...line} name="bic" label={texts.bic} />
      </FormRow>
    </FieldGroup>
  );
}

function Terms({ form }: { form: SellerForm }) {
  const texts = useTexts(billingTexts);
  const { sellers } = texts;
  const days = { form, suffix: sellers.days, minimum: 0, hasSteppers: false, isRequired: true } as const;
  return (
    <FieldGroup title={sellers.terms}>
      <FormRow>
        <BoundSelect
          form={form}
          name="priceMode"
          label={sellers.priceMode}
          options={PRICE_MODES.map((id) => ({ id, label: sellers.priceModes[id] }))}
        />
        <BoundSelect
          form={form}
          name="taxPoint"
          label={sellers.taxPoint}
          options={TAX_POINTS.map((id) => ({ id, label: sellers.taxPoints[id] }))}
        />
      </FormRow>
      <BoundCheckbox form={form} name="takesTaxOut" label={sellers.takesTaxOut} />
      <FormRow>
        <BoundNumber {...days} name="paymentDays" label={texts.paymentDays} maximum={365} />
        <BoundNumber {...days} name="leadDays" label={sellers.leadDays} maximum={60} />
      </FormRow>
      <LanguageSelect form={form} />
    </FieldGroup>
  );
}
