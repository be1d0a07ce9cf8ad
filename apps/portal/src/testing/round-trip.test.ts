import { UpdatePackInput } from "@working-social/charges/schema";
import {
  CreateBookingRuleInput,
  CreateCancellationPolicyInput,
  CreateLocationInput,
  CreateRateInput,
  CreateResourceInput,
  SaveFloorInput,
  SetOpeningHoursInput,
  UpdateBookingRuleInput,
  UpdateCancellationPolicyInput,
  UpdateLocationInput,
  UpdateRateInput,
  UpdateResourceInput,
} from "@working-social/booking/schema";
import {
  CreatePrintDeviceInput,
  CreatePrintKioskInput,
  SetPrintPricesInput,
  type PrintDeviceView,
} from "@working-social/copier/schema";
import { SetOverdraftInput, SetPlanAllowancesInput } from "@working-social/credits/schema";
import {
  CorrectInvitationInput,
  CreateTeamInput,
  InvitePersonInput,
  UpdatePersonInput,
  UpdatePlanInput,
  UpdateTeamInput,
} from "@working-social/directory/schema";
import { editBetween, newId, seenOf, touchedOf } from "@working-social/kernel";
import fc from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BILLING_DRAWERS } from "./billing-forms.ts";
import { form, type Form } from "./opened-form.ts";
import * as odd from "./odd-things.ts";
import { defaultsOf as policyFields } from "../features/terms/manage/cancellation/policy-drawer.tsx";
import { defaultsOf as copierFields } from "../features/print/manage/copiers/copier-drawer.tsx";
import { defaultsOf as kioskFields } from "../features/print/manage/copiers/kiosk-drawer.tsx";
import { gridOf, isSamePrices, rowsOf } from "../features/print/manage/copiers/price-grid.ts";
import { defaultsOf as overdraftFields, OverdraftFields } from "../features/credits/manage/overdraft-drawer.tsx";
import { drawingOf, floorOf } from "../features/space/manage/floors/drawing.ts";
import { exceptionsOf, onWeekday, otherDays, setWeekday } from "../features/space/manage/hours/hours-model.ts";
import { defaultsOf as locationFields } from "../features/space/manage/locations/location-drawer.tsx";
import { isSameSet } from "../features/space/manage/locations/approval-reminders.tsx";
import { defaultsOf as packFields, PackFields } from "../features/credits/manage/packs/pack-drawer.tsx";
import { fieldsOf as personFields } from "../features/directory/manage/people/person-drawer.tsx";
import { defaultsOf as planFields, PlanFields } from "../features/directory/manage/plans/plan-form.ts";
import { defaultsOf as rateFields } from "../features/terms/manage/rates/rate-drawer.tsx";
import { defaultsOf as resourceFields } from "../features/space/manage/resources/resource-drawer.tsx";
import { fieldsOf as ruleFields } from "../features/terms/manage/rules/rule-drawer.tsx";
import { fieldsOf as teamFields } from "../features/directory/manage/teams/team-drawer.tsx";

// A form that is opened and saved changes nothing, however odd what it shows: no field rounds, drops or fills in what nobody
// typed; and of what is typed, only that is sent.

/** Forms of one thing, each by its file. */
const DRAWERS: Record<string, Form> = {
  "terms/manage/rules/rule-drawer.tsx": form(odd.rule, ruleFields, CreateBookingRuleInput, UpdateBookingRuleInput),
  "terms/manage/rates/rate-drawer.tsx": form(
    odd.rate,
    (view) => rateFields(odd.here, view),
    CreateRateInput,
    UpdateRateInput,
  ),
  "terms/manage/cancellation/policy-drawer.tsx": form(
    odd.policy,
    (view) => policyFields(odd.here, view),
    CreateCancellationPolicyInput,
    UpdateCancellationPolicyInput,
  ),
  "space/manage/locations/location-drawer.tsx": form(
    odd.location,
    locationFields,
    CreateLocationInput,
    UpdateLocationInput,
  ),
  "space/manage/resources/resource-drawer.tsx": form(
    odd.resource,
    (view) => resourceFields(odd.here, view, 10),
    CreateResourceInput,
    UpdateResourceInput,
    ["locationId"],
  ),
  "directory/manage/people/person-drawer.tsx": form(odd.person, personFields, InvitePersonInput, UpdatePersonInput, [
    "email",
  ]),
  "directory/manage/people/correct-address.tsx": form(
    odd.person,
    ({ id, email }) => ({ id, email }),
    CorrectInvitationInput,
    CorrectInvitationInput.partial(),
    ["id"],
  ),
  "credits/manage/packs/pack-drawer.tsx": form(
    odd.pack,
    (view) => packFields(view, "USD"),
    PackFields,
    UpdatePackInput,
  ),
  ...BILLING_DRAWERS,
  "directory/manage/teams/team-drawer.tsx": form(odd.team, teamFields, CreateTeamInput, UpdateTeamInput),
  "credits/manage/overdraft-drawer.tsx": form(
    odd.overdraft,
    // Each change has a reason of its own.
    (view) => ({ ...overdraftFields(view), reason: "A good customer" }),
    OverdraftFields,
    SetOverdraftInput.partial().extend({ id: z.uuid() }),
    ["unit", "currency", "reason"],
  ),
  "directory/manage/plans/plan-drawer.tsx": form(
    odd.plan,
    ({ view, allowances }) => planFields(view, allowances),
    PlanFields,
    // Two verbs: its name, and what it gives.
    UpdatePlanInput.partial().extend(SetPlanAllowancesInput.partial().shape),
  ),
};

describe.each(Object.entries(DRAWERS))("%s", (_file, { opened, schema, update, fixed = [] }) => {
  it("opened and saved, sends nothing, and would send what is there", () => {
    fc.assert(
      fc.property(opened, (fields) => {
        const read = schema.parse(structuredClone(fields));
        expect(read).toEqual(fields);
        expect(touchedOf(fields, structuredClone(fields), read)).toEqual({});
      }),
    );
  });

  it("sends of an edit the fields that were typed into, which the server takes with what was seen", () => {
    fc.assert(
      fc.property(opened, opened, fc.nat(), (fields, others, pick) => {
        const editable = Object.keys(fields).filter((field) => !fixed.includes(field));
        const field = editable[pick % editable.length] ?? "";
        const typed = { ...fields, [field]: (others as Record<string, unknown>)[field] };
        const edit = touchedOf(fields, typed, schema.parse(structuredClone(typed)));
        expect(edit).toEqual(editBetween(fields, typed));
        expect(Object.keys(edit).every((key) => key === field)).toBe(true);
        const input = { id: newId(), ...edit, seen: seenOf(fields, edit) };
        expect(update.safeParse(input).error?.issues ?? []).toEqual([]);
      }),
    );
  });
});

/** What has an editor of its own, each by its file. */
const EDITORS = [
  "space/manage/hours/hours-editor.tsx",
  "space/manage/floors/floor-editor.tsx",
  "print/manage/copiers/price-table.tsx",
  "space/manage/locations/approval-reminders.tsx",
  "print/manage/copiers/copier-drawer.tsx",
  "print/manage/copiers/kiosk-drawer.tsx",
];

describe("opened and saved, changes nothing:", () => {
  it("space/manage/hours/hours-editor.tsx", () => {
    fc.assert(
      fc.property(odd.hours, ({ weekly, exceptions }) => {
        for (const weekday of [1, 2, 3, 4, 5, 6, 7])
          expect(setWeekday(weekly, weekday, onWeekday(weekly, weekday))).toEqual(weekly);
        expect(exceptionsOf(otherDays(exceptions))).toEqual(exceptions);
        const whose = { locationId: newId(), resourceId: null };
        expect(SetOpeningHoursInput.parse({ ...whose, weekly, exceptions })).toEqual({ ...whose, weekly, exceptions });
      }),
    );
  });
  it("space/manage/floors/floor-editor.tsx", () => {
    fc.assert(
      fc.property(odd.floor, (view) => {
        const { locationId: _locationId, shapes, ...fields } = view;
        const said = { ...fields, shapes: shapes.map(({ id: _id, ...shape }) => shape) };
        const { id, version } = view;
        expect(SaveFloorInput.parse({ id, version, ...floorOf(drawingOf(view)) })).toEqual(said);
      }),
    );
  });
  it("print/manage/copiers/price-table.tsx", () => {
    fc.assert(
      fc.property(odd.prices, (rows) => {
        const sent = rowsOf(gridOf(rows));
        const { locationId, ...read } = SetPrintPricesInput.parse({ locationId: newId(), rows: sent });
        expect(new Set(read.rows.map((row) => JSON.stringify(row))).size, locationId).toBe(rows.length);
        expect(read.rows).toEqual(expect.arrayContaining(rows));
        expect(isSamePrices(rows, sent.toReversed())).toBe(true);
        expect(isSamePrices(rows, rows.slice(1))).toBe(rows.length === 0);
      }),
    );
  });
  it("space/manage/locations/approval-reminders.tsx", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 168 }), { maxLength: 5 }), (hours) => {
        expect(isSameSet(hours, hours.toReversed())).toBe(true);
        expect(isSameSet(hours, [...hours, 169])).toBe(false);
        expect(isSameSet([...hours, 169], [...hours, 170])).toBe(false);
      }),
    );
  });
  it("print/manage/copiers/copier-drawer.tsx", () => {
    fc.assert(
      fc.property(odd.name, odd.location, (name, location) => {
        const fields = { ...copierFields(location), name };
        expect(CreatePrintDeviceInput.parse(fields)).toEqual(fields);
      }),
    );
  });
  it("print/manage/copiers/kiosk-drawer.tsx", () => {
    fc.assert(
      fc.property(odd.name, odd.id, (name, id) => {
        const fields = { ...kioskFields({ id } as PrintDeviceView), name };
        expect(CreatePrintKioskInput.parse(fields)).toEqual(fields);
      }),
    );
  });
});

/** A form that does something, and shows nothing that is kept: there is nothing that it could lose. */
const ACTS = [
  "account/factor-set-up.tsx",
  "account/password-by-code.tsx",
  "account/password.tsx",
  "account/proof-dialog.tsx",
  "account/second-factor.tsx",
  "billing/manage/contracts/change-drawer.tsx",
  "billing/manage/contracts/sign-drawer.tsx",
  "billing/manage/invoices/credit-drawer.tsx",
  "billing/manage/plans/publish-drawer.tsx",
  "billing/plan/panel-form.tsx",
  "booking/book-form.tsx",
  "bookings/hold-notice.tsx",
  "feeds/feed-form.tsx",
  "feeds/resource-feed-form.tsx",
  "bookings/manage/board/assign-dialog.tsx",
  "bookings/manage/board/book-for-drawer.tsx",
  "credits/manage/give-drawer.tsx",
  "space/manage/floors/new-floor-dialog.tsx",
  "space/manage/hours/other-day-dialog.tsx",
  "setup/setup-form.tsx",
  "sign-in/code-step.tsx",
  "sign-in/email-step.tsx",
  "sign-in/factor-step.tsx",
];
/** Proved elsewhere: how I read in reading.test.ts, a booking's in wished-slot.test.ts and use-change; the rest is a part of a form above. */
const ELSEWHERE = [
  "account/reading.tsx",
  "bookings/change-sheet.tsx",
  "manage/form/edit-drawer.tsx",
  "space/manage/hours/use-save-hours.ts",
  "directory/manage/plans/use-save-plan.ts",
  "print/manage/copiers/use-price-editor.ts",
];

it("each form of the product is in one of these tables", () => {
  const features = join(import.meta.dirname, "../features");
  const forms = globSync("**/*.{ts,tsx}", { cwd: features }).filter(
    (file) => !file.endsWith(".test.ts") && isForm(readFileSync(join(features, file), "utf8")),
  );
  const listed = [...Object.keys(DRAWERS), ...EDITORS, ...ACTS, ...ELSEWHERE];
  expect(forms.sort()).toEqual(listed.sort());
});

it("the kiosk has no form that keeps something", () => {
  const kiosk = join(import.meta.dirname, "../../../kiosk/src");
  const sources = globSync("**/*.tsx", { cwd: kiosk });
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.filter((file) => isForm(readFileSync(join(kiosk, file), "utf8")))).toEqual([
    "print/set-up-screen.tsx",
  ]);
});

function isForm(text: string): boolean {
  return /useEntity(Form)?\(|<Form\b|<form\b|<SaveBar\b|trpc\.\w+\.(update|set|save|correct)\w*\.mutationOptions/.test(
    text,
  );
}
