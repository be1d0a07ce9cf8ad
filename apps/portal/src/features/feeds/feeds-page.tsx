import type { CreatedFeed } from "@working-social/feeds/schema";
import { Page, PageHeader, Section } from "@working-social/ui";
import { useState } from "react";
import { useKeyedAction } from "../../lib/keyed-action.ts";
import { useLocations } from "../../lib/location.ts";
import { useMe } from "../../lib/me.ts";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { feedsTexts } from "./feeds-texts.ts";
import { CreatedFeedCard } from "./created-feed-card.tsx";
import { FeedList } from "./feed-list.tsx";
import { FeedForm } from "./feed-form.tsx";
import { ResourceFeedForm } from "./resource-feed-form.tsx";

/** Secret addresses that a calendar subscribes to: make, see once, revoke. */
export function FeedsPage() {
  const texts = useTexts(feedsTexts);
  const { manageSpace, manageBookings } = useMe().permissions;
  const { location } = useLocations();
  const [created, setCreated] = useState<CreatedFeed | null>(null);
  useTitle(texts.title);
  const create = useKeyedAction(trpc.feeds.create.mutationOptions(), { onDone: setCreated });
  return (
    <Page width="narrow" className="gap-8">
      <PageHeader title={texts.title} subtitle={texts.subtitle} />
      {created && <CreatedFeedCard key={created.id} feed={created} onDone={() => setCreated(null)} />}
      <Section title={texts.mine}>
        <p className="text-second">{texts.mineText}</p>
        <FeedForm action={create} />
      </Section>
      {(manageSpace || manageBookings) && location && (
        <Section title={texts.resources}>
          <p className="text-second">{texts.resourcesText}</p>
          <ResourceFeedForm key={location.id} action={create} location={location} />
        </Section>
      )}
      <FeedList />
    </Page>
  );
}
