import { useSuspenseQuery } from "@tanstack/react-query";
import type { FeedView } from "@working-social/feeds/schema";
import { Button, CardList, ConfirmDialog, Section, toast } from "@working-social/ui";
import { Rss } from "lucide-react";
import { useState } from "react";
import { useKeyedAction } from "../../lib/keyed-action.ts";
import { formatIn } from "../../lib/format.ts";
import { useLocations } from "../../lib/location.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { feedsTexts } from "./feeds-texts.ts";

/** The addresses that work, each revocable at once. */
export function FeedList() {
  const texts = useTexts(feedsTexts);
  const { location } = useLocations();
  const format = formatIn(location?.timeZone ?? "UTC");
  const { data: feeds } = useSuspenseQuery(trpc.feeds.list.queryOptions());
  const [leaving, setLeaving] = useState<FeedView | null>(null);
  const revoke = useKeyedAction(trpc.feeds.revoke.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      toast({ title: texts.revoked });
      setLeaving(null);
    },
  });
  const bookingsOf = ({ resourceName, locationName }: FeedView) => {
    const name = resourceName ?? locationName;
    return name === null ? texts.ofMine : texts.ofResource(name);
  };
  return (
    <Section title={texts.existing}>
      {feeds.length === 0 ? (
        <p className="text-second">{texts.none}</p>
      ) : (
        <CardList>
          {feeds.map((feed) => (
            <li key={feed.id} className="flex items-center gap-3">
              <Rss aria-hidden="true" className="size-4 shrink-0 text-second" />
              <span className="min-w-0 grow">
                <span className="font-medium">{feed.name}</span>
                <span className="block text-sm text-second">
                  {bookingsOf(feed)} · {texts.since(format.shortDay(feed.createdAt))}
                </span>
              </span>
              <Button
                size="small"
                variant="quiet"
                aria-label={texts.revokeName(feed.name)}
                onPress={() => setLeaving(feed)}
              >
                {texts.revoke}
              </Button>
            </li>
          ))}
        </CardList>
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        onOpenChange={(isOpen) => !isOpen && setLeaving(null)}
        title={texts.revokeTitle}
        confirmLabel={texts.revokeConfirm}
        tone="danger"
        isPending={revoke.isPending}
        onConfirm={() => leaving && revoke.run({ feedId: leaving.id })}
      >
        {leaving && texts.revokeText(leaving.name)}
      </ConfirmDialog>
    </Section>
  );
}
