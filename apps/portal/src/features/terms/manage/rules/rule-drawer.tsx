import { CreateBookingRuleInput, type BookingRuleView } from "@working-social/booking/schema";
import { Callout } from "@working-social/ui";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { ArchiveButton } from "../../../manage/form/archive-button.tsx";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { emptyRule } from "./empty-rule.ts";
import { RuleAudience } from "./rule-audience.tsx";
import { RuleLimits } from "./rule-limits.tsx";
import { useRuleSentence } from "./use-rule-words.ts";

export type RuleForm = EntityForm<z.input<typeof CreateBookingRuleInput>, CreateBookingRuleInput>;

/** A new rule (rule: null), or one that exists, with the sentence that it makes always in sight. */
export function RuleDrawer({ rule, onClose }: { rule: BookingRuleView | null; onClose: () => void }) {
  const texts = useTexts(manageRulesTexts);
  const common = useTexts(manageTexts);
  const done = (said: string) => {
    sayDone(said);
    onClose();
  };
  const onDone = ({ name }: BookingRuleView) => done(texts.saved(name));
  const create = useKeyedAction(trpc.bookingRules.create.mutationOptions(), { onDone });
  const update = useAction(trpc.bookingRules.update.mutationOptions(), { onDone });
  const archive = useKeyedAction(trpc.bookingRules.archive.mutationOptions(), {
    refusals: "toast",
    onDone: () => done(texts.archived(rule?.name ?? "")),
  });
  const form: RuleForm = useEntityForm({
    schema: CreateBookingRuleInput,
    defaults: fieldsOf(rule ?? emptyRule),
    onSave: (fields, edit) => (rule ? update.run({ id: rule.id, ...edit }) : create.run(fields)),
    onUntouched: rule && onClose,
    saving: rule ? update : create,
  });
  const archiveButton = rule && (
    <ArchiveButton
      title={texts.archiveTitle(rule.name)}
      isPending={archive.isPending}
      onArchive={() => archive.run({ id: rule.id })}
    >
      {texts.archiveText}
    </ArchiveButton>
  );
  return (
    <EditDrawer
      title={rule?.name ?? texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={rule ? common.save : texts.add}
      extra={archiveButton}
      size="large"
    >
      <Sentence form={form} />
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <RuleAudience form={form} />
      <RuleLimits form={form} />
    </EditDrawer>
  );
}

function Sentence({ form }: { form: RuleForm }) {
  const texts = useTexts(manageRulesTexts);
  const sentence = useRuleSentence();
  return (
    <Callout tone="accent" title={texts.preview} className="sticky top-0 z-10">
      {sentence(form.form.watch())}
    </Callout>
  );
}

/** What the form begins with: all that a rule says. */
export function fieldsOf(rule: CreateBookingRuleInput): CreateBookingRuleInput {
  const { name, locationId, resourceKind, resourceId, planIds, teamIds, roles, audienceIsExcept, settings } = rule;
  return { name, locationId, resourceKind, resourceId, planIds, teamIds, roles, audienceIsExcept, settings };
}
