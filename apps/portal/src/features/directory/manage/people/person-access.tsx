import type { PersonView } from "@working-social/directory/schema";
import { Button } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { SuspendDialog } from "./suspend-dialog.tsx";

type PersonAccessProps = { person: PersonView; onDone: (said: string) => void };

/** Takes somebody's access away, after a question, or gives it back at once. */
export function PersonAccess({ person, onDone }: PersonAccessProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const [isAsking, setIsAsking] = useState(false);
  const reactivate = useAction(trpc.people.reactivate.mutationOptions(), {
    refusals: "toast",
    onDone: () => onDone(texts.reactivated(person.name)),
  });
  if (person.status === "suspended") {
    return (
      <Button isPending={reactivate.isPending} onPress={() => reactivate.run({ id: person.id })}>
        {texts.reactivate}
      </Button>
    );
  }
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{texts.suspend}</Button>
      {isAsking && <SuspendDialog person={person} onClose={() => setIsAsking(false)} onDone={onDone} />}
    </>
  );
}
