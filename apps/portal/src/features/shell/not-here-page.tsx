import { useQueryClient } from "@tanstack/react-query";
import { Button, EmptyState } from "@working-social/ui";
import { Compass } from "lucide-react";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { notFoundTexts } from "./not-found-texts.ts";
import { switchOrganization } from "./leave.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** What the address names is not in this organization; a person of several may look for it in the others. */
export function NotHerePage() {
  const me = useQueryClient().getQueryData(trpc.session.me.queryKey());
  const others = me?.memberships.filter(({ organizationId }) => organizationId !== me.organization.id) ?? [];
  const texts = useTexts(notFoundTexts);
  useTitle(texts.notFoundTitle);
  if (!me || others.length === 0) return <NotFoundPage />;
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <EmptyState
        icon={<Compass />}
        title={
          <span role="heading" aria-level={1}>
            {texts.notHereTitle(me.organization.name)}
          </span>
        }
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {others.map(({ organizationId, organizationName }) => (
              <Button
                key={organizationId}
                variant="primary"
                onPress={() => switchOrganization(organizationId, location.pathname + location.search)}
              >
                {texts.lookIn(organizationName)}
              </Button>
            ))}
          </div>
        }
      >
        {texts.notHereText}
      </EmptyState>
    </div>
  );
}
