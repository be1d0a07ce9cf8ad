import { SEND_MAIL } from "@working-social/notify";
import type { Queue } from "pg-boss";
import { CONTINUE_RUNS } from "./names.ts";
import { REACT } from "../reactions/react.ts";

export const EXPIRE_HOLDS = "bookings.expire-holds";
export const LOOK_AFTER_REQUESTS = "bookings.look-after-requests";
export const EXPIRE_PRINT_JOBS = "copier.expire-print-jobs";
export const OPEN_PERIODS = "credits.open-periods";
export const PUBLISH_ACCOUNT_CHANGES = "accounts.publish-changes";
export const APPLY_CONTRACTS = "billing.apply-contracts";
export const RECOGNISE_REVENUE = "billing.recognise-revenue";
export const TIDY_UP = "housekeeping";

const DAY = 86_400;

const PATIENT = {
  notify: true,
  expireInSeconds: 60,
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  deleteAfterSeconds: DAY,
};

/**
 * Every queue with its patience. Mail, and whatever follows from an event, is tried for about an hour and then kept aside for a person to look at; what
 * repeats by the clock is not retried, since the next time comes anyway.
 */
export const QUEUES: readonly Queue[] = [
  { name: `${SEND_MAIL}.failed`, retentionSeconds: 30 * DAY, deleteAfterSeconds: 30 * DAY },
  { name: `${REACT}.failed`, retentionSeconds: 30 * DAY, deleteAfterSeconds: 30 * DAY },
  { name: SEND_MAIL, deadLetter: `${SEND_MAIL}.failed`, ...PATIENT },
  { name: REACT, deadLetter: `${REACT}.failed`, ...PATIENT },
  { name: EXPIRE_HOLDS, policy: "singleton", expireInSeconds: 120, retryLimit: 0, deleteAfterSeconds: 3_600 },
  { name: LOOK_AFTER_REQUESTS, policy: "singleton", expireInSeconds: 120, retryLimit: 0, deleteAfterSeconds: 3_600 },
  { name: EXPIRE_PRINT_JOBS, policy: "singleton", expireInSeconds: 120, retryLimit: 0, deleteAfterSeconds: 3_600 },
  { name: OPEN_PERIODS, policy: "singleton", expireInSeconds: 600, retryLimit: 0, deleteAfterSeconds: 3_600 },
  {
    name: PUBLISH_ACCOUNT_CHANGES,
    policy: "singleton",
    expireInSeconds: 120,
    retryLimit: 0,
    deleteAfterSeconds: 3_600,
  },
  { name: APPLY_CONTRACTS, policy: "singleton", expireInSeconds: 600, retryLimit: 0, deleteAfterSeconds: 3_600 },
  // As long as a run of a hundred thousand accounts takes; whoever was stopped is followed by the clock.
  {
    name: CONTINUE_RUNS,
    policy: "singleton",
    expireInSeconds: 3_600,
    retryLimit: 0,
    deleteAfterSeconds: 3_600,
    notify: true,
  },
  { name: RECOGNISE_REVENUE, policy: "singleton", expireInSeconds: 3_600, retryLimit: 0, deleteAfterSeconds: DAY },
  { name: TIDY_UP, policy: "singleton", expireInSeconds: 600, retryLimit: 0, deleteAfterSeconds: DAY },
];
