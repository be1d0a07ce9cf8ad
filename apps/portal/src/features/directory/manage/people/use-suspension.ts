import { useMutation } from "@tanstack/react-query";
import type { PersonView } from "@working-social/directory/schema";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { useHouseAct, type HouseAct } from "../../../bookings/manage/stranded/use-house-act.ts";

/** Suspends, then cancels bookings as the house's act. */
export function useSuspension(person: PersonView, onDone: (said: string) => void): HouseAct {
  const { people: texts } = useTexts(managePeopleTexts);
  const suspend = useMutation(trpc.people.suspend.mutationOptions());
  return useHouseAct(
    () => suspend.mutateAsync({ id: person.id }),
    (cancelled) => onDone(texts.suspended(person.name, cancelled)),
  );
}
