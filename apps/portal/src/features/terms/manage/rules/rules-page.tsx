import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass, CardList, EmptyState } from "@working-social/ui";
import { Scale } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { RuleDrawer } from "./rule-drawer.tsx";
import { useRuleSentence } from "./use-rule-words.ts";

/** Every rule as the sentence that it makes. */
export function RulesPage() {
  const texts = useTexts(manageRulesTexts);
  const { editing, openNew, close } = useEditing();
  const { data: rules } = useSuspenseQuery(trpc.bookingRules.list.queryOptions());
  const sentence = useRuleSentence();
  const edited = useEdited(rules);
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  const actions = (
    <>
      <Link to="/manage/simulator" className={buttonClass()}>
        {texts.tryIt}
      </Link>
      {add}
    </>
  );
  return (
    <ManagePage section="rules" subtitle={texts.subtitle} actions={rules.length > 0 && actions}>
      {rules.length === 0 ? (
        <EmptyState icon={<Scale />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      ) : (
        <CardList>
          {rules.map((rule) => (
            <li key={rule.id} id={`rule-${rule.id}`} className="flex flex-col">
              <span>
                <EditLink id={rule.id}>{rule.name}</EditLink>
              </span>
              <span className="text-second">{sentence(rule)}</span>
            </li>
          ))}
        </CardList>
      )}
      {(edited || editing === "new") && <RuleDrawer key={editing} rule={edited} onClose={close} />}
    </ManagePage>
  );
}
