import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Button, CardList, EmptyState } from "@working-social/ui";
import { CalendarX } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { useScopeNames } from "../../../manage/scope/scope-names.ts";
import { PolicyDrawer } from "./policy-drawer.tsx";
import { PolicyPicture } from "./policy-picture.tsx";
import { policySentence } from "./policy-sentence.ts";

/** What cancelling costs, for what. */
export function PoliciesPage() {
  const { policies: texts } = useTexts(manageRatesTexts);
  const { openNew } = useEditing();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <LocationPage section="cancellation" subtitle={texts.subtitle} actions={() => add}>
      {(location) => <Policies key={location.id} location={location} />}
    </LocationPage>
  );
}

function Policies({ location }: { location: LocationView }) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const { editing, close } = useEditing();
  const { nameOf } = useScopeNames(location.id);
  const { data: policies } = useSuspenseQuery(trpc.cancellationPolicies.list.queryOptions({ locationId: location.id }));
  const edited = useEdited(policies);
  return (
    <>
      {policies.length === 0 ? (
        <EmptyState icon={<CalendarX />} title={texts.emptyTitle}>
          {texts.emptyText}
        </EmptyState>
      ) : (
        <CardList>
          {policies.map((policy) => (
            <li key={policy.id} className="flex flex-wrap items-center gap-x-8 gap-y-2">
              <div className="flex min-w-0 flex-1 basis-72 flex-col">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <EditLink id={policy.id}>{policy.name}</EditLink>
                  <span className="text-sm text-second">{nameOf(policy)}</span>
                </span>
                <span className="text-second">{policySentence(policy.tiers, texts)}</span>
              </div>
              <div aria-hidden="true" className="w-72 max-w-full">
                <PolicyPicture tiers={policy.tiers} isBare />
              </div>
            </li>
          ))}
        </CardList>
      )}
      {(edited || editing === "new") && (
        <PolicyDrawer key={editing} location={location} policy={edited} onClose={close} />
      )}
    </>
  );
}
