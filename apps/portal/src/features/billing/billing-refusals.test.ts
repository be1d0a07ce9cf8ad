import { expect, test } from "vitest";
import { formatIn } from "../../lib/format.ts";
import { billingRefusals } from "./billing-refusals.ts";
import { texts as german } from "./billing-refusals.de.ts";
import { textsOf } from "../../lib/texts/catalog.ts";

const format = formatIn("UTC");

test("what billing refuses has a sentence in each language, and what another domain refuses has none", () => {
  const closed = { code: "books_closed", lockedUntil: "2026-10-31" };
  expect(textsOf(billingRefusals).sentence(closed, format)).toMatch(/^The books are closed until .*31 October/);
  expect(german.sentence(closed, format)).toMatch(/^Die Bücher sind bis .* geschlossen/);
  const sells = { code: "seller_sells", locations: ["Harbour", "Wharf"] };
  expect(textsOf(billingRefusals).sentence(sells, format)).toBe(
    "It sells at Harbour and Wharf. Give that to another seller first.",
  );
  for (const { sentence } of [textsOf(billingRefusals), german])
    expect(sentence({ code: "name_taken" }, format)).toBe(null);
});
