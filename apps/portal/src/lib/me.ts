import { useSuspenseQuery } from "@tanstack/react-query";
import type { MeView } from "@working-social/directory/schema";
import { trpc } from "./trpc.ts";

/** Who is signed in; inside the pages that need it, it is always there. */
export function useMe(): MeView {
  return useSuspenseQuery(trpc.session.me.queryOptions()).data;
}
