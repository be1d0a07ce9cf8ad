import { trpc, trpcClient } from "../../../lib/trpc.ts";
import { pagesOf } from "../../manage/list/pages.ts";

/** The audit trail, the newest first; of one subject, or of everything. */
export function auditPages(subjectId: string | null) {
  return pagesOf([...trpc.audit.list.pathKey(), { subjectId }], (cursor) =>
    trpcClient.audit.list.query({ subjectId, cursor }),
  );
}
