import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

/** People whose name or address contains the text; page by page. */
export function peoplePages(search: string) {
  return pagesOf([...trpc.people.list.pathKey(), { search }], (cursor) =>
    trpcClient.people.list.query({ search, cursor }),
  );
}
