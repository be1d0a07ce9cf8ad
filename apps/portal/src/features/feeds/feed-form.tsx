import type { CreatedFeed, CreateFeedInput } from "@working-social/feeds/schema";
import { Button, Form, FormError, TextField } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import type { Action } from "../../lib/action.ts";
import { fieldErrors, refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { feedsTexts } from "./feeds-texts.ts";

export type CreateFeed = Action<CreateFeedInput, CreatedFeed>;

/** A feed of one's own bookings. */
export function FeedForm({ action }: { action: CreateFeed }) {
  const texts = useTexts(feedsTexts);
  const [name, setName] = useState(texts.defaultName);
  const errors = fieldErrors(action.refusal);

  function submit(event: FormEvent) {
    event.preventDefault();
    action.run({ name, resourceId: null });
  }
  return (
    <Form onSubmit={submit} className="gap-3">
      <FormError>{action.refusal && action.refusal.code !== "bad_input" && refusalSentence(action.refusal)}</FormError>
      <TextField
        label={texts.name}
        description={texts.nameHint}
        errorMessage={errors["name"]}
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Button type="submit" variant="primary" className="self-start" isPending={action.isPending}>
        {texts.create}
      </Button>
    </Form>
  );
}
