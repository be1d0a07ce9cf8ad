import { FormRow } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFormTexts } from "../../../manage/form/form-texts.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { BoundCheckbox, BoundDuration, BoundNumber, BoundSelect } from "../../../manage/form/bound-fields.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import type { RuleForm } from "./rule-drawer.tsx";

type GroupProps = { form: RuleForm };
const short = ["minutes", "hours"] as const;

/** What a rule limits, by what managers think about. */
export function RuleLimits({ form }: GroupProps) {
  return (
    <>
      <LengthAndGrid form={form} />
      <HowFarAhead form={form} />
      <Buffers form={form} />
      <Limits form={form} />
      <ApprovalAndHolds form={form} />
    </>
  );
}

function LengthAndGrid({ form }: GroupProps) {
  const texts = useTexts(manageRulesTexts);
  return (
    <FieldGroup title={texts.length} description={texts.noLimit}>
      <FormRow>
        <BoundDuration form={form} name="settings.minLengthMinutes" label={texts.minLength} />
        <BoundDuration form={form} name="settings.maxLengthMinutes" label={texts.maxLength} />
      </FormRow>
      <BoundDuration
        form={form}
        name="settings.granularityMinutes"
        label={texts.granularity}
        description={texts.granularityHint}
        units={short}
      />
    </FieldGroup>
  );
}

function HowFarAhead({ form }: GroupProps) {
  const texts = useTexts(manageRulesTexts);
  const { noLimit } = useTexts(manageFormTexts);
  const hasWindow = form.form.watch("settings.windowDays") !== null;
  return (
    <FieldGroup title={texts.ahead}>
      <FormRow>
        <BoundNumber
          form={form}
          name="settings.windowDays"
          label={texts.windowDays}
          minimum={0}
          maximum={3650}
          placeholder={noLimit}
        />
        {hasWindow && (
          <BoundSelect
            form={form}
            name="settings.windowMode"
            label={texts.windowMode}
            options={[
              { id: "", label: texts.windowModes.end_of_day },
              { id: "exact", label: texts.windowModes.exact },
            ]}
          />
        )}
      </FormRow>
      <BoundDuration form={form} name="settings.minNoticeMinutes" label={texts.notice} description={texts.noticeHint} />
    </FieldGroup>
  );
}

function Buffers({ form }: GroupProps) {
  const texts = useTexts(manageRulesTexts);
  return (
    <FieldGroup title={texts.buffers} description={texts.buffersHint}>
      <FormRow>
        <BoundDuration form={form} name="settings.bufferBeforeMinutes" label={texts.bufferBefore} units={short} />
        <BoundDuration form={form} name="settings.bufferAfterMinutes" label={texts.bufferAfter} units={short} />
      </FormRow>
    </FieldGroup>
  );
}

function Limits({ form }: GroupProps) {
  const texts = useTexts(manageRulesTexts);
  const { noLimit } = useTexts(manageFormTexts);
  const number = { minimum: 0, maximum: 100_000, placeholder: noLimit };
  const { person, team } = texts.by;
  return (
    <FieldGroup title={texts.limits} description={texts.limitsHint}>
      <FormRow>
        <BoundNumber form={form} name="settings.maxConcurrentPerPerson" label={person.concurrent} {...number} />
        <BoundNumber form={form} name="settings.maxConcurrentPerTeam" label={team.concurrent} {...number} />
      </FormRow>
      <FormRow>
        <BoundDuration
          form={form}
          name="settings.maxMinutesPerDayPerPerson"
          label={person.minutesPerDay}
          units={short}
        />
        <BoundDuration form={form} name="settings.maxMinutesPerDayPerTeam" label={team.minutesPerDay} units={short} />
      </FormRow>
      <FormRow>
        <BoundNumber form={form} name="settings.maxUpcomingPerPerson" label={person.upcoming} {...number} />
        <BoundNumber form={form} name="settings.maxUpcomingPerTeam" label={team.upcoming} {...number} />
      </FormRow>
    </FieldGroup>
  );
}

function ApprovalAndHolds({ form }: GroupProps) {
  const texts = useTexts(manageRulesTexts);
  return (
    <FieldGroup title={texts.approval}>
      <BoundCheckbox
        form={form}
        name="settings.needsApproval"
        label={texts.needsApproval}
        description={texts.needsApprovalHint}
        off={null}
      />
      <BoundDuration
        form={form}
        name="settings.holdMinutes"
        label={texts.hold}
        description={texts.holdHint}
        units={short}
      />
    </FieldGroup>
  );
}
