import { SetPreferencesInput } from "@working-social/directory/schema";
import { seenOf } from "@working-social/kernel";
import fc from "fast-check";
import { expect, it } from "vitest";
import { preferences } from "../../testing/odd-things.ts";

it("sends the one thing that was chosen, with what was seen of it", () => {
  const fields = fc.constantFrom("language", "region", "hourCycle");
  fc.assert(
    fc.property(preferences, preferences, fields, (view, chosen, field) => {
      const edit = { [field]: chosen[field] };
      const sent = { ...edit, seen: { [field]: view[field] } };
      expect(SetPreferencesInput.parse({ ...edit, seen: seenOf(view, edit) })).toEqual(sent);
    }),
  );
});
