import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

/** The entries of a seller's books, the newest first. */
export function entryPages(sellerId: string) {
  return pagesOf([...trpc.billing.journal.pathKey(), { sellerId }], (cursor) =>
    trpcClient.billing.journal.query({ sellerId, cursor }),
  );
}
