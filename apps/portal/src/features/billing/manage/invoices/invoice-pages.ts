import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

/** All documents of the space, the newest first. */
export function invoicePages() {
  return pagesOf([...trpc.invoices.list.pathKey(), { accountId: null, isPaged: true }], (cursor) =>
    trpcClient.invoices.list.query({ accountId: null, cursor }),
  );
}
