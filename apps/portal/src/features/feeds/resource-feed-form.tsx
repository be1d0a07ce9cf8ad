import { useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { feedsTexts } from "../../texts/feeds.ts";
import type { CreateFeed } from "./feed-form.tsx";

/** For staff: a feed of what is booked in one room or on one desk. */
export function ResourceFeedForm({ action, locationId }: { action: CreateFeed; locationId: string }) {
  const texts = useTexts(feedsTexts);
  const { data: resources = [] } = useQuery(trpc.resources.list.queryOptions({ locationId }));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = resources.find(({ id }) => id === chosenId) ?? resources[0];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) action.run({ name: chosen.name, resourceId: chosen.id });
  }
  return (
    <Form onSubmit={submit} className="gap-3">
      <Select
        label={texts.resource}
        options={resources.map(({ id, name }) => ({ id, label: name }))}
        value={chosen?.id ?? ""}
        onChange={setChosenId}
      />
      <Button type="submit" className="self-start" isPending={action.isPending}>
        {texts.createForResource}
      </Button>
    </Form>
  );
}
