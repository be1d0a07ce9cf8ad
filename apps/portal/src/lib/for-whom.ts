import { createContext, use } from "react";
import type { BookingView } from "@working-social/booking/schema";
import { useTexts } from "./texts/catalog.ts";
import { forWhomTexts } from "./texts/for-whom.ts";
import type { Whose } from "./texts/whose.ts";
import { useMe } from "./me.ts";

const ForWhomContext = createContext<Whose>(null);

/** Around what staff see while they act for a member: every sentence below says whose credits and whose booking it means. */
export const ForWhom = ForWhomContext.Provider;

export function useForWhom(): Whose {
  return use(ForWhomContext);
}

/** null: the booking is the reader's own. An imported one may be nobody's by name. */
export function useOwnerOf({ personId, personName }: Pick<BookingView, "personId" | "personName">): Whose {
  const { person } = useMe();
  const texts = useTexts(forWhomTexts);
  return personId === person.id ? null : (personName ?? texts.unnamed);
}
