import type { ContractDetail } from "@working-social/billing/schema";
import { DateField, NumberField, RadioGroup, Select } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import type { ChangeFields, ChangeKind } from "./change-form.ts";
import { contractsTexts } from "./contracts-texts.ts";
import { useVersions } from "./use-versions.ts";
import { NoVersions, VersionCosts } from "./version-costs.tsx";

type FieldsetProps = {
  detail: ContractDetail;
  kind: ChangeKind;
  fields: ChangeFields;
  /** What is missing is told once the button was pressed. */
  isTried: boolean;
  onChange: (fields: ChangeFields) => void;
};

/** What a change asks for. */
export function ChangeFieldset(props: FieldsetProps) {
  switch (props.kind) {
    case "billing":
    case "plan":
      return <PriceFields {...props} />;
    case "seats":
      return (
        <>
          <Seats {...props} />
          <When {...props} />
        </>
      );
    case "pause":
    case "resume":
    case "end":
      return <Days {...props} />;
  }
}

function PriceFields(props: FieldsetProps) {
  const { detail, kind, fields, isTried, onChange } = props;
  const texts = useTexts(contractsTexts);
  const { versions, options } = useVersions(detail.contract.currency);
  const version = versions.find(({ id }) => id === fields.planVersionId);
  if (options.length === 0) return <NoVersions />;
  return (
    <>
      <Select
        label={texts.version}
        description={texts.versionHint}
        placeholder=""
        isRequired
        options={options}
        value={version ? fields.planVersionId : ""}
        onChange={(planVersionId) => onChange({ ...fields, planVersionId })}
        errorMessage={isTried && !version ? texts.needed : undefined}
      />
      {version?.isPerSeat && <Seats {...props} />}
      {kind === "plan" ? (
        <When {...props} />
      ) : (
        <>
          <Day {...props} label={texts.billFrom} description={texts.billFromHint} />
          <NumberField
            label={texts.billingDayField}
            description={texts.billingDayHint}
            isOptional
            minimum={1}
            maximum={28}
            value={fields.billingDay}
            onChange={(billingDay) => onChange({ ...fields, billingDay })}
          />
        </>
      )}
      {version && kind === "billing" && <VersionCosts version={version} />}
    </>
  );
}

function Seats({ fields, isTried, onChange }: FieldsetProps) {
  const texts = useTexts(contractsTexts);
  return (
    <NumberField
      label={texts.seatsTerm}
      isRequired
      minimum={1}
      maximum={100_000}
      value={fields.quantity}
      onChange={(quantity) => onChange({ ...fields, quantity })}
      errorMessage={isTried && fields.quantity === null ? texts.needed : undefined}
    />
  );
}

function When(props: FieldsetProps) {
  const { detail, fields, onChange } = props;
  const texts = useTexts(contractsTexts);
  return (
    <>
      <RadioGroup
        label={texts.when}
        options={[
          { id: "renewal", label: texts.atRenewal(dayWords(detail.renewsOn)), description: texts.atRenewalHint },
          { id: "day", label: texts.onDay, description: texts.onDayHint },
        ]}
        value={fields.when}
        onChange={(when) => onChange({ ...fields, when: when === "day" ? "day" : "renewal" })}
      />
      {fields.when === "day" && <Day {...props} label={texts.day} />}
    </>
  );
}

function Day({ fields, isTried, onChange, ...field }: FieldsetProps & { label: string; description?: string }) {
  const texts = useTexts(contractsTexts);
  return (
    <DateField
      label={field.label}
      description={field.description}
      isRequired
      value={fields.day}
      onChange={(day) => onChange({ ...fields, day })}
      errorMessage={isTried && fields.day === "" ? texts.needed : undefined}
    />
  );
}

function Days(props: FieldsetProps) {
  const { detail, kind, fields, onChange } = props;
  const texts = useTexts(contractsTexts);
  if (kind === "resume") return <Day {...props} label={texts.resumeOn} />;
  if (kind === "end")
    return <Day {...props} label={texts.lastDay} description={texts.lastDayHint(dayWords(detail.earliestEnd))} />;
  return (
    <>
      <Day {...props} label={texts.pauseFrom} />
      <DateField
        label={texts.pauseUntil}
        description={texts.pauseUntilHint}
        isOptional
        value={fields.untilDay}
        onChange={(untilDay) => onChange({ ...fields, untilDay })}
      />
    </>
  );
}
