import { type AccountView, TAX_TREATMENTS, UpdateAccountInput } from "@working-social/billing/schema";
import { chooseLanguage, LANGUAGES } from "@working-social/kernel";
import { Button, DescriptionList, FormRow } from "@working-social/ui";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { formatIn } from "../../../../lib/format.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { BoundNumber, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { type EntityForm, useEntityForm } from "../../../manage/form/use-entity-form.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { billingTexts } from "../billing-texts.ts";
import { LacksNote } from "../lacks-note.tsx";
import { AddressFields, ElectronicFields, LanguageSelect, TaxIdFields } from "../party-fields.tsx";

/** All that is said of an account. */
export const AccountFormFields = UpdateAccountInput.omit({ id: true, seen: true });
type Fields = z.input<typeof AccountFormFields>;
type Input = z.output<typeof AccountFormFields>;
type AccountForm = EntityForm<Fields, Input>;

/** What invoices say of whom they are for. */
export function AccountDrawer({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const texts = useTexts(billingTexts);
  const { save } = useTexts(manageTexts);
  useTexts(billingRefusals);
  const update = useAction(trpc.accounts.update.mutationOptions());
  const form: AccountForm = useEntityForm<Fields, Input>({
    schema: AccountFormFields,
    defaults: fieldsOf(account),
    onSave: (_input, edit) =>
      update.run({ id: account.id, ...edit }, () => {
        sayDone(texts.accounts.saved(account.owner.name));
        onClose();
      }),
    onUntouched: onClose,
    saving: update,
  });
  const line = { form, isNullable: true, isOptional: true, autoComplete: "off" } as const;
  return (
    <EditDrawer title={account.owner.name} form={form} onClose={onClose} submitLabel={save} size="large" extra={null}>
      <LacksNote lacks={account.lacks} of="buyer" />
      <BoundText
        {...line}
        name="legalName"
        label={texts.accounts.legalName}
        description={texts.accounts.legalNameHint(account.owner.name)}
      />
      <AddressFields form={form} />
      <FieldGroup title={texts.tax}>
        <TaxIdFields form={form} />
        <VatCheck account={account} isDirty={form.isDirty} />
      </FieldGroup>
      <Agreed form={form} />
      <FieldGroup title={texts.electronic}>
        <ElectronicFields form={form} />
        <FormRow>
          <BoundText
            {...line}
            name="buyerReference"
            label={texts.accounts.buyerReference}
            description={texts.accounts.buyerReferenceHint}
          />
          <BoundText {...line} name="orderReference" label={texts.accounts.orderReference} />
        </FormRow>
        <LanguageSelect form={form} none={texts.accounts.sellersLanguage} />
        <Mails account={account} />
      </FieldGroup>
    </EditDrawer>
  );
}

/** What the form begins with. */
export function fieldsOf(account: AccountView): Fields {
  const { id: _account, owner: _owner, contacts: _contacts, lastCheck: _check, lacks: _lacks, ...rest } = account;
  const { language, ...fields } = rest;
  return { ...fields, language: language === null ? null : chooseLanguage(LANGUAGES, [language]) };
}

function Agreed({ form }: { form: AccountForm }) {
  const texts = useTexts(billingTexts);
  const { accounts } = texts;
  const isExempt = form.form.watch("taxTreatment") === "exempt";
  const line = { form, isNullable: true, isOptional: true, autoComplete: "off" } as const;
  return (
    <FieldGroup title={accounts.agreed}>
      <BoundSelect
        form={form}
        name="taxTreatment"
        label={accounts.treatment}
        options={TAX_TREATMENTS.map((id) => ({ id, label: accounts.treatments[id] }))}
      />
      {isExempt && (
        <FormRow>
          <BoundText {...line} name="exemptionReason" label={accounts.exemptionReason} />
          <BoundText
            {...line}
            name="exemptionCode"
            label={accounts.exemptionCode}
            description={accounts.exemptionCodeHint}
          />
        </FormRow>
      )}
      <BoundNumber
        form={form}
        name="paymentDays"
        label={texts.paymentDays}
        description={accounts.sellersTerms}
        hasSteppers={false}
        minimum={0}
        maximum={365}
        isOptional
        className="sm:max-w-xs"
      />
    </FieldGroup>
  );
}

function VatCheck({ account: { id, vatId, lastCheck }, isDirty }: { account: AccountView; isDirty: boolean }) {
  const { accounts: texts } = useTexts(billingTexts);
  const check = useKeyedAction(trpc.accounts.checkVatId.mutationOptions(), { refusals: "toast" });
  if (vatId === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="text-sm text-second">
        {lastCheck
          ? texts.lastCheck(texts.checked[lastCheck.outcome], formatIn("UTC").fullDay(lastCheck.checkedAt))
          : texts.neverChecked}
      </p>
      <Button isPending={check.isPending} isDisabled={isDirty} onPress={() => check.run({ accountId: id })}>
        {texts.check}
      </Button>
    </div>
  );
}

function Mails({ account: { contacts } }: { account: AccountView }) {
  const { accounts: texts } = useTexts(billingTexts);
  const { and } = useTexts(manageTexts);
  const detail = contacts.length > 0 ? and(contacts.map(({ name, email }) => `${name} (${email})`)) : texts.noMails;
  return <DescriptionList items={[{ id: "mails", term: texts.mails, detail }]} />;
}
