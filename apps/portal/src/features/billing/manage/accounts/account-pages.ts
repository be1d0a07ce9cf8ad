import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

/** Accounts whose owner or legal name contains the text; page by page. */
export function accountPages(search: string) {
  return pagesOf([...trpc.accounts.list.pathKey(), { search }], (cursor) =>
    trpcClient.accounts.list.query({ search, cursor }),
  );
}
