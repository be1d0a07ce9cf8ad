import { useNavigate } from "@tanstack/react-router";
import { toLocal } from "@working-social/kernel";
import { RadioGroup } from "@working-social/ui";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useLocations } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { BoundDate, BoundNumber, BoundSelect, BoundText, useBound } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../../manage/form/use-entity-form.ts";
import type { z } from "zod";
import { contractsTexts } from "./contracts-texts.ts";
import { HolderField } from "./holder-field.tsx";
import { SignFields, signInputOf, type SignFieldValues } from "./sign-form.ts";
import { useVersions } from "./use-versions.ts";
import { NoVersions, VersionCosts } from "./version-costs.tsx";

type SignForm = EntityForm<SignFieldValues, z.output<typeof SignFields>>;

/** A new contract: who, by which price, from when; what it costs is said before it is signed. */
export function SignDrawer({ onClose }: { onClose: () => void }) {
  const texts = useTexts(contractsTexts);
  // Its refusals need their words.
  useTexts(billingRefusals);
  const navigate = useNavigate();
  const now = useNow();
  const { location, locations } = useLocations();
  const sign = useKeyedAction(trpc.contracts.sign.mutationOptions(), {
    onDone: ({ id, holderName }) => {
      sayDone(texts.signed(holderName));
      void navigate({ to: "/manage/contracts/$contractId", params: { contractId: id }, replace: true });
    },
  });
  const form: SignForm = useEntityForm({
    schema: SignFields,
    defaults: {
      payer: "holder",
      ...(location ? { locationId: location.id } : {}),
      startsOn: toLocal(now, location?.timeZone ?? "UTC").date,
      billingDay: null,
      quantity: 1,
      couponCode: null,
    },
    onSave: (fields) => sign.run(signInputOf(fields)),
    saving: sign,
  });
  const { holder, locationId, planVersionId } = form.form.watch();
  const place = locations.find(({ id }) => id === locationId);
  const { versions, options } = useVersions(place?.currency ?? "");
  const version = versions.find(({ id }) => id === planVersionId);
  return (
    <EditDrawer title={texts.signTitle} form={form} onClose={onClose} submitLabel={texts.signSubmit}>
      <Holder form={form} />
      {holder?.startsWith("person") && <Payer form={form} />}
      {locations.length > 1 && (
        <BoundSelect
          form={form}
          name="locationId"
          label={texts.place}
          options={locations.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      {options.length === 0 ? (
        <NoVersions />
      ) : (
        <BoundSelect
          form={form}
          name="planVersionId"
          label={texts.version}
          description={texts.versionHint}
          placeholder=""
          isRequired
          options={options}
        />
      )}
      {version?.isPerSeat && <BoundNumber form={form} name="quantity" label={texts.seatsTerm} minimum={1} />}
      <BoundDate form={form} name="startsOn" label={texts.startsOn} isRequired />
      <BoundNumber
        form={form}
        name="billingDay"
        label={texts.billingDayField}
        description={texts.billingDayHint}
        minimum={1}
        maximum={28}
        isOptional
      />
      <BoundText form={form} name="couponCode" label={texts.couponField} isNullable isOptional autoComplete="off" />
      {version && <VersionCosts version={version} />}
    </EditDrawer>
  );
}

function Holder({ form }: { form: SignForm }) {
  const { value, onChange, field } = useBound<SignFieldValues, z.output<typeof SignFields>, string | null>({
    form,
    name: "holder",
  });
  const { onBlur, errorMessage, ref } = field;
  return <HolderField value={value ?? null} {...{ onChange, onBlur, errorMessage, ref }} />;
}

function Payer({ form }: { form: SignForm }) {
  const texts = useTexts(contractsTexts);
  const { value, onChange } = useBound<SignFieldValues, z.output<typeof SignFields>, string>({ form, name: "payer" });
  return (
    <RadioGroup
      label={texts.payer}
      orientation="horizontal"
      options={[
        { id: "holder", label: texts.payers.holder },
        { id: "team", label: texts.payers.team },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
