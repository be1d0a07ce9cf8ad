import { useQuery } from "@tanstack/react-query";
import { Button, Callout } from "@working-social/ui";
import { useAction } from "../../../lib/action.ts";
import type { Format } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageUndeliveredTexts } from "./undelivered-texts.ts";
import { entrySentence } from "../../audit/manage/audit-words.ts";
import { sayDone } from "../../../lib/say-done.ts";

/** For the desk: what was to go out and did not, and one press that tries it again. Nothing where all went out. */
export function UndeliveredNote({ format }: { format: Format }) {
  const texts = useTexts(manageUndeliveredTexts);
  const { data: undelivered = [] } = useQuery(trpc.undelivered.list.queryOptions());
  const retry = useAction(trpc.undelivered.retry.mutationOptions(), {
    refusals: "toast",
    onDone: ({ retried }) => sayDone(texts.retried(retried)),
  });
  if (undelivered.length === 0) return null;
  return (
    <Callout
      tone="red"
      title={texts.title(undelivered.length)}
      actions={
        <Button size="small" isPending={retry.isPending} onPress={() => retry.run()}>
          {texts.retry}
        </Button>
      }
    >
      {texts.text}
      <ul className="mt-2 flex flex-col gap-1 text-sm wrap-anywhere">
        {undelivered.map(({ id, at, mail, event }) => (
          <li key={id}>
            <span className="figures">{format.dayTime(at)}</span>{" "}
            {mail ? texts.mail(mail.to, mail.subject) : texts.reaction(sentenceOf(event ?? ""))}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** "Booking created", without whose: the trail says that. */
function sentenceOf(event: string): string {
  const nothing = { subjectName: null, changes: [], booking: null, moved: null, credits: null, currency: null };
  return entrySentence({ ...nothing, event, subjectType: "" });
}
