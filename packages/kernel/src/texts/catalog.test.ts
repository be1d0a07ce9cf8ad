import { expectTypeOf, test } from "vitest";
import type { Catalog, WordsLike } from "./catalog.ts";

const en = {
  title: "Book",
  seats: (n: number) => (n === 1 ? "1 seat" : "more"),
  kinds: { room: "room", desk: "desk" },
};
type Words = WordsLike<typeof en>;

test("a language says the same things in its own words", () => {
  const de = { title: "Buchen", seats: () => "Plätze", kinds: { room: "Raum", desk: "Tisch" } };
  expectTypeOf(de).toExtend<Words>();
  expectTypeOf({ en, de }).toExtend<Catalog<Words>>();
});

test("a missing language, a missing text and a text that asks for more do not compile", () => {
  expectTypeOf({ en }).not.toExtend<Catalog<Words>>();
  expectTypeOf({ title: "Buchen", seats: () => "Plätze", kinds: { room: "Raum" } }).not.toExtend<Words>();
  expectTypeOf({ ...en, seats: (n: number, of: number) => `${n}/${of}` }).not.toExtend<Words>();
  expectTypeOf({ ...en, title: 3 }).not.toExtend<Words>();
});
