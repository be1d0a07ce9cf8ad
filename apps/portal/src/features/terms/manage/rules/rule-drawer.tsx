import { CreateBookingRuleInput, type BookingRuleView } from "@working-social/booking/schema";
import { Callout } from "@working-social/ui";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { emptyRule } from "./empty-rule.ts";
import { RuleAudience } from "./rule-audience.tsx";
import { RuleLimits } from "./rule-limits.tsx";
import { useRuleSentence } from "./use-rule-words.ts";

export type RuleForm = EntityForm<z.input<typeof CreateBookingRuleInput>, CreateBookingRuleInput>;

/** A new rule (rule: null), or one that exists, with the sentence that it makes always in sight. */
export function RuleDrawer({ rule, onClose }: { rule: BookingRuleView | null; onClose: () => void }) {
  const texts = useTexts(manageRulesTexts);
  const archive = useKeyedAction(trpc.bookingRules.archive.mutationOptions(), { refusals: "toast" });
  const entity = useEntity({
    thing: rule,
    schema: CreateBookingRuleInput,
    defaults: fieldsOf(rule ?? emptyRule),
    create: useKeyedAction(trpc.bookingRules.create.mutationOptions()),
    update: useAction(trpc.bookingRules.update.mutationOptions()),
    archive: { verb: archive, words: texts },
    words: texts,
    onClose,
  });
  const form: RuleForm = entity.form;
  return (
    <EntityDrawer entity={entity} size="large">
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
    </EntityDrawer>
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
