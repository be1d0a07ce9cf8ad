import type { Expectation } from "./expectations.ts";
import { key, unique } from "./samples.ts";

/** The part of `EXPECTATIONS` about the copier. `printJobId` is somebody else's job. */
export const PRINTING_EXPECTATIONS: Record<string, Expectation> = {
  "printing.mine": { input: () => ({ personId: null, cursor: null }), foreign: "empty" },
  "printing.waiting": { foreign: "empty" },
  "printing.release": {
    input: (s) => ({ jobId: s.printJobId, expectedMoneyMinor: 0 }),
    foreign: "not_found",
  },
  "printing.cancel": { input: (s) => ({ jobId: s.printJobId }), foreign: "not_found" },
  "printing.makePin": { foreign: "empty" },
  "printing.makeCode": { foreign: "empty" },
  "printing.prices": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "printing.setPrices": {
    input: (s) => ({ locationId: s.locationId, rows: [] }),
    foreign: "not_found",
  },
  "printing.devices": { foreign: "empty" },
  "printing.createDevice": {
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
    input: (s) => ({ deviceId: s.printDeviceId }),
    foreign: "not_found",
  },
  "printing.revokeDevice": {
    input: (s) => ({ deviceId: s.printDeviceId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.createKiosk": {
    input: (s) => ({ deviceId: s.printDeviceId, name: unique("Kiosk"), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.revokeKiosk": {
    input: (s) => ({ kioskId: s.printKioskId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.unknownUsers": { foreign: "empty" },
  "printing.knownUsers": { foreign: "empty" },
  "printing.assignUser": {
    input: (s) => ({ userKey: unique("user"), personId: s.personId }),
    foreign: "not_found",
  },
  "printing.forgetUser": {
    input: () => ({ userKey: unique("user"), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.exceptions": { foreign: "empty" },
  "printing.count": {
    input: (s) => ({ jobId: s.printJobId, sides: 2, reason: "by hand", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.refund": {
    input: (s) => ({ jobId: s.printJobId, reason: "jam" }),
    foreign: "not_found",
  },
  "printing.dismissProblem": {
    input: (s) => ({ problemId: s.printProblemId, reason: "a test page", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "printing.countSecondPrint": {
    input: (s) => ({ problemId: s.printProblemId, reason: "two in the tray", idempotencyKey: key() }),
    foreign: "not_found",
  },
};
