import { useQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Button, Form, Select } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { feedsTexts } from "./feeds-texts.ts";
import type { CreateFeed } from "./feed-form.tsx";

/** For staff: a feed of what is booked in one room, on one desk, or in the whole location. */
export function ResourceFeedForm({ action, location }: { action: CreateFeed; location: LocationView }) {
  const texts = useTexts(feedsTexts);
  const { data: resources = [] } = useQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const [chosenId, setChosenId] = useState(location.id);
  const chosen = resources.find(({ id }) => id === chosenId);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) action.run({ name: chosen.name, resourceId: chosen.id });
    else action.run({ name: location.name, resourceId: null, locationId: location.id });
  }
  return (
    <Form onSubmit={submit} className="gap-3">
      <Select
        label={texts.resource}
        options={[
          { id: location.id, label: texts.wholeLocation(location.name) },
          ...resources.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={chosen?.id ?? location.id}
        onChange={setChosenId}
      />
      <Button type="submit" className="self-start" isPending={action.isPending}>
        {texts.createForResource}
      </Button>
    </Form>
  );
}
