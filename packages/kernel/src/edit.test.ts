import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editBetween, isUntouched, mergeEdit, seenOf, touchedOf, withEdit } from "./edit.ts";

const value = fc.oneof(fc.constantFrom(null, true, 0, "", "x"), fc.array(fc.integer(), { maxLength: 2 }));
const thing = fc.record({ name: value, plan: value, tags: value, settings: fc.record({ days: value, hold: value }) });
type Thing = { name: unknown; plan: unknown; tags: unknown; settings: { days: unknown; hold: unknown } };
const things = thing as fc.Arbitrary<Thing>;

describe("an edit", () => {
  it("is what differs, and makes the one of the other", () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        expect(withEdit(before, editBetween(before, after))).toEqual(after);
        expect(isUntouched(editBetween(before, structuredClone(before)))).toBe(true);
      }),
    );
  });

  it("never takes back another's edit of another field, whoever comes first", () => {
    fc.assert(
      fc.property(things, things, (opened, mine) => {
        const theirs = { ...opened, name: "theirs", settings: { ...opened.settings, days: "theirs" } };
        const wish = { ...mine, name: opened.name, settings: { ...mine.settings, days: opened.settings.days } };
        const [first, second] = [editBetween(opened, theirs), editBetween(opened, wish)];
        const whole = { ...wish, name: "theirs", settings: { ...wish.settings, days: "theirs" } };
        expect(mergeEdit(mergeEdit(opened, first, opened), second, opened)).toEqual(whole);
        expect(mergeEdit(mergeEdit(opened, second, opened), first, opened)).toEqual(whole);
      }),
    );
  });

  it("of what somebody else has changed since is refused with what is there, in an object's field too", () => {
    const opened = { name: "a", settings: { days: 1, hold: 2 }, tags: [1, 2] };
    const now = { name: "b", settings: { days: 5, hold: 2 }, tags: [2, 1] };
    const refusalOf = (edit: object) => {
      try {
        return mergeEdit(now, edit, opened);
      } catch (error) {
        return (error as { refusal: unknown }).refusal;
      }
    };
    expect(refusalOf({ name: "c" })).toEqual({ code: "edited_meanwhile", now: { name: "b" } });
    expect(refusalOf({ settings: { days: 7, hold: 3 } })).toEqual({
      code: "edited_meanwhile",
      now: { settings: { days: 5 } },
    });
    expect(refusalOf({ tags: [3] })).toMatchObject({ now: { tags: [2, 1] } });
    // What is to be is there already: a try that is sent again.
    expect(refusalOf({ name: "b", tags: [1, 2] })).toMatchObject({ name: "b" });
    expect(mergeEdit(now, { name: "c" })).toMatchObject({ name: "c", tags: [2, 1] });
  });

  it("of a form says what was typed as it was read, and nothing that was read otherwise than it is kept", () => {
    const opened = { name: " kept before names were tidied ", tags: ["A"], plan: null };
    const read = { name: "kept before names were tidied", tags: ["a", "b"], plan: null };
    const edit = touchedOf(opened, { ...opened, tags: ["A", "b"] }, read);
    expect(edit).toEqual({ tags: ["a", "b"] });
    expect(seenOf(opened, edit)).toEqual({ tags: ["A"] });
  });
});

describe("groups of fields", () => {
  const opened = { name: "A", settings: { days: 1, hold: 5 } };

  it("of which a group became something else, or was none, are one field", () => {
    expect(editBetween(opened, { ...opened, settings: null })).toEqual({ settings: null });
    expect(editBetween({ settings: null }, { settings: { days: 2 } })).toEqual({ settings: { days: 2 } });
    expect(withEdit({ settings: null } as object, { settings: { days: 2 } })).toEqual({ settings: { days: 2 } });
    expect(withEdit(opened as object, { settings: [1] })).toEqual({ name: "A", settings: [1] });
    expect(withEdit({ settings: [1, 2] } as object, { settings: { days: 2 } })).toEqual({ settings: { days: 2 } });
    expect(editBetween({ settings: [1] }, { settings: { days: 2 } })).toEqual({ settings: { days: 2 } });
  });

  it("say the same in whatever order their fields are", () => {
    expect(editBetween(opened, { settings: { hold: 5, days: 1 }, name: "A" })).toEqual({});
    expect(editBetween({ list: [{ a: 1, b: 2 }] }, { list: [{ b: 2, a: 1 }] })).toEqual({});
    expect(editBetween({ list: [{ a: 1, b: 2 }] }, { list: [{ a: 2, b: 1 }] })).toEqual({ list: [{ a: 2, b: 1 }] });
  });

  it("are refused as a whole where theirs is none any more, or mine is none", () => {
    const theirs = { code: "edited_meanwhile", now: { settings: null } };
    expect(() => mergeEdit({ name: "C" }, { name: "B" }, { name: "A" })).toThrow(
      expect.objectContaining({ kind: "conflict" }),
    );
    const gone = { ...opened, settings: null } as object;
    expect(() => mergeEdit(gone, { settings: { days: 2 } }, opened)).toThrow(
      expect.objectContaining({ refusal: theirs }),
    );
    const changed = { ...opened, settings: { days: 9, hold: 5 } };
    const nine = { code: "edited_meanwhile", now: { settings: changed.settings } };
    expect(() => mergeEdit(changed as object, { settings: null }, opened)).toThrow(
      expect.objectContaining({ refusal: nine }),
    );
    const inner = { code: "edited_meanwhile", now: { settings: { days: 9 } } };
    expect(() => mergeEdit(changed, { settings: { days: 2 } }, opened)).toThrow(
      expect.objectContaining({ refusal: inner }),
    );
  });

  it("a list that is there already in another order is no conflict, one with something else is", () => {
    const now = { tags: ["b", "a"] };
    expect(mergeEdit(now, { tags: ["a", "b"] }, { tags: [] })).toEqual({ tags: ["a", "b"] });
    const refusal = { code: "edited_meanwhile", now };
    expect(() => mergeEdit(now, { tags: ["a", "c"] }, { tags: [] })).toThrow(expect.objectContaining({ refusal }));
    expect(() => mergeEdit(now as object, { tags: null }, { tags: [] })).toThrow(expect.objectContaining({ refusal }));
    expect(() => mergeEdit({ tags: null } as object, { tags: ["a"] }, { tags: [] })).toThrow(
      expect.objectContaining({ refusal: { code: "edited_meanwhile", now: { tags: null } } }),
    );
  });

  it("what is not said changes nothing, though it was seen", () => {
    expect(mergeEdit({ name: "B" } as object, { name: undefined }, { name: "A" })).toEqual({ name: "B" });
  });
});
