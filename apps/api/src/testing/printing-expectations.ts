import type { Expectation } from "./expectations.ts";
import { key, unique } from "./samples.ts";

const manageSpace = ["manageSpace"] as const;
const manageBookings = ["manageBookings"] as const;

/** The part of `EXPECTATIONS` about the copier. `printJobId` is somebody else's job. */
export const PRINTING_EXPECTATIONS: Record<string, Expectation> = {
  "printing.mine": { who: "member", input: () => ({ personId: null, cursor: null }), foreign: "empty" },
  "printing.waiting": { who: "member", foreign: "empty" },
  "printing.release": {
    who: "member",
    input: (s) => ({ jobId: s.printJobId, expectedMoneyMinor: 0 }),
    foreign: "not_found",
  },
  "printing.cancel": { who: "member", input: (s) => ({ jobId: s.printJobId }), foreign: "not_found" },
  "printing.makePin": { who: "member", foreign: "empty" },
  "printing.makeCode": { who: "member", foreign: "empty" },
  "printing.prices": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "printing.setPrices": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, rows: [] }),
    foreign: "not_found",
  },
  "printing.devices": { who: ["manageSpace", "manageBookings"], foreign: "empty" },
  "printing.createDevice": {
    who: manageSpace,
    input: (s) => ({
      locationId: s.locationId,
      name: unique("Copier"),
      defaultColour: "mono",
      defaultPaperSize: "A4",
      idempotencyKey: key(),
    }),
    foreign: "not_found",
  },
  "printing.replaceToken": {
    who: manageSpace,
    input: (s) => ({ deviceId: s.printDeviceId }),
    foreign: "not_found",
  },
  "printing.revokeDevice": {
    who: manageSpace,
    input: (s) => ({ deviceId: s.printDeviceId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.createKiosk": {
    who: manageSpace,
    input: (s) => ({ deviceId: s.printDeviceId, name: unique("Kiosk"), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.revokeKiosk": {
    who: manageSpace,
    input: (s) => ({ kioskId: s.printKioskId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.unknownUsers": { who: manageBookings, foreign: "empty" },
  "printing.knownUsers": { who: manageBookings, foreign: "empty" },
  "printing.assignUser": {
    who: manageBookings,
    input: (s) => ({ userKey: unique("user"), personId: s.personId }),
    foreign: "not_found",
  },
  "printing.forgetUser": {
    who: manageBookings,
    input: () => ({ userKey: unique("user"), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.exceptions": { who: manageBookings, foreign: "empty" },
  "printing.count": {
    who: manageBookings,
    input: (s) => ({ jobId: s.printJobId, sides: 2, reason: "by hand", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.refund": {
    who: manageBookings,
    input: (s) => ({ jobId: s.printJobId, reason: "jam" }),
    foreign: "not_found",
  },
  "printing.dismissProblem": {
    who: manageBookings,
    input: (s) => ({ problemId: s.printProblemId, reason: "a test page", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.countSecondPrint": {
    who: manageBookings,
    input: (s) => ({ problemId: s.printProblemId, reason: "two in the tray", idempotencyKey: key() }),
    foreign: "not_found",
  },
};
