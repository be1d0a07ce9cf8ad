import type { Contract } from "@working-social/billing/schema";

/** How long before its end a contract is to be ended, as agreed. */
export type NoticeTerms = Pick<Contract, "noticeMonths" | "noticeDays">;
