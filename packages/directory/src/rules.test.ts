import { expect, test } from "vitest";
import { ROLES } from "@working-social/kernel";
import { permissionsOf, slugOf } from "./rules.ts";
import { InvitePersonInput, SetUpOrganizationInput } from "./schema.ts";

test("each role has these permissions and no others", () => {
  const granted = Object.fromEntries(
    ROLES.map((role) => [
      role,
      Object.entries(permissionsOf(role)).flatMap(([permission, isGranted]) => (isGranted ? [permission] : [])),
    ]),
  );
  expect(granted).toEqual({
    member: [],
    team_admin: [],
    front_desk: ["manageBookings"],
    community_manager: ["manageSpace", "managePeople", "manageBookings", "seeAudit", "manageContracts"],
    billing_manager: ["seeAudit", "manageContracts", "manageBilling"],
    owner: [
      "manageSpace",
      "managePeople",
      "manageBookings",
      "manageRoles",
      "seeAudit",
      "manageContracts",
      "manageBilling",
    ],
  });
});

test.each([
  ["Café Süd & Co.", "cafe-sud-co"],
  ["  Quayside Works  ", "quayside-works"],
  ["مساحة عمل", "space"],
  ["🦊", "space"],
  ["Ünï—cøde 24/7", "uni-c-de-24-7"],
  [`${"a".repeat(47)} b`, "a".repeat(47)],
])("%j becomes the slug %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

const invitation = {
  email: "Ana@Example.TEST",
  name: "Ana",
  role: "member",
  teamId: null,
  planId: null,
  homeLocationId: null,
};

test.each([
  ["an unknown field", { ...invitation, admin: true }],
  ["a name of 10,000 characters", { ...invitation, name: "a".repeat(10_000) }],
  ["a line break in the name", { ...invitation, name: "Ana\r\nBcc: x@example.test" }],
  ["an empty name", { ...invitation, name: "   " }],
  ["no address", { ...invitation, email: "ana" }],
  ["an unknown role", { ...invitation, role: "root" }],
  ["an id that is none", { ...invitation, teamId: "1" }],
])("an invitation with %s is bad input", (_, input) => {
  expect(InvitePersonInput.safeParse(input).success).toBe(false);
});

test("names of any script pass, and addresses become lower case", () => {
  expect(InvitePersonInput.parse({ ...invitation, name: "نور 🦊 O’Néill" })).toMatchObject({
    name: "نور 🦊 O’Néill",
    email: "ana@example.test",
  });
});

test("a set-up with a zone or a currency that does not exist is bad input", () => {
  const input = {
    code: "",
    organizationName: "Quayside",
    locationName: "Harbour",
    timeZone: "Asia/Kathmandu",
    currency: "NPR",
    ownerName: "Ana",
    ownerEmail: "ana@example.test",
    ownerPassword: "a long enough one",
  };
  expect(SetUpOrganizationInput.safeParse(input).success).toBe(true);
  expect(SetUpOrganizationInput.safeParse({ ...input, timeZone: "Asia/Atlantis" }).success).toBe(false);
  expect(SetUpOrganizationInput.safeParse({ ...input, currency: "XQQ" }).success).toBe(false);
});
