import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

/** All contracts, those without a price first; or those whose holder's name holds what was searched. */
export function contractPages(search: string) {
  return pagesOf([...trpc.contracts.list.pathKey(), { search, isPaged: true }], (cursor) =>
    trpcClient.contracts.list.query({ search, cursor }),
  );
}
