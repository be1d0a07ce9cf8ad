import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { DEVICE_KINDS, JOBS, ROLES } from "./actor.ts";
import { authorize, may, PERMISSIONS, roleMay } from "./may.ts";

const allOf = (actor: Actor) => PERMISSIONS.filter((permission) => may(actor, permission));

const ACTORS: [string, Actor][] = [
  ...ROLES.map((role): [string, Actor] => [role, { kind: "person", personId: "1", role }]),
  ...DEVICE_KINDS.map((device): [string, Actor] => [device, { kind: "device", device, deviceId: "1" }]),
  ...JOBS.map((job): [string, Actor] => [job, { kind: "job", job }]),
  ["an import", { kind: "import", source: "another system" }],
  ["a guest", { kind: "guest", guestId: "1" }],
  ["an API key that was given everything", { kind: "api_key", keyId: "1", scopes: PERMISSIONS }],
];

test("each actor may what it is there for, and nothing else", () => {
  const manager = ["useSpace", "buyForTeam", "manageSpace", "managePeople", "manageBookings"];
  expect(Object.fromEntries(ACTORS.map(([name, actor]) => [name, allOf(actor)]))).toEqual({
    member: ["useSpace"],
    team_admin: ["useSpace", "buyForTeam"],
    front_desk: ["useSpace", "manageBookings"],
    community_manager: [...manager, "seeAudit", "manageContracts"],
    billing_manager: ["useSpace", "seeAudit", "manageContracts", "manageBilling"],
    owner: [...manager, "manageRoles", "seeAudit", "manageContracts", "manageBilling"],
    kiosk: ["showKiosk", "releaseByCode", "sellByCode"],
    print_agent: ["reportPrinting"],
    door_tablet: [],
    set_up: [],
    expire_holds: ["expireHolds"],
    look_after_requests: ["lookAfterRequests"],
    open_periods: ["openPeriods"],
    expire_print_jobs: ["expirePrintJobs"],
    apply_contracts: ["applyContracts"],
    run_billing: ["runBilling"],
    react: [],
    sign_in: [],
    "an import": ["importBookings"],
    "a guest": [],
    "an API key that was given everything": [],
  });
});

test("nobody but people manages anything", () => {
  const managing = PERMISSIONS.filter((permission) => /^(manage|see|buy)/.test(permission));
  const others = ACTORS.filter(([, { kind }]) => kind !== "person");
  expect(others.filter(([, actor]) => managing.some((permission) => may(actor, permission)))).toEqual([]);
});

test("a verb asks for one of what it needs, and refuses with the first", () => {
  const desk: Actor = { kind: "person", personId: "1", role: "front_desk" };
  expect(() => authorize({ actor: desk }, "manageSpace", "manageBookings")).not.toThrow();
  expect(() => authorize({ actor: desk }, "manageBookings")).not.toThrow();
  const refused = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
  expect(() => authorize({ actor: desk }, "manageSpace", "managePeople")).toThrow(expect.objectContaining(refused));
});

test("a role gives what a person of it may", () => {
  expect([roleMay("front_desk", "manageBookings"), roleMay("front_desk", "manageSpace")]).toEqual([true, false]);
});
