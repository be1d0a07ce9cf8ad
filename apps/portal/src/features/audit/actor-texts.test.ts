import { JOBS } from "@working-social/kernel";
import { expect, test } from "vitest";
import { actorTexts, actorWords } from "./actor-texts.ts";
import { textsOf } from "../../lib/texts/catalog.ts";

const words = (actorKind: string, actorName: string) => actorWords({ actorKind, actorName }, textsOf(actorTexts));

test.each([
  ["person", "Ana Ferreira", "Ana Ferreira"],
  ["device", "Kiosk by the stairs", "Kiosk by the stairs"],
  ["job", "open_periods", "Plans and credits"],
  ["system", "credits", "Plans and credits"],
  ["system", "print kiosk 0193", "print kiosk 0193"],
  ["system", "system", "Working Social"],
  ["import", "old-system", "Import of old-system"],
  ["guest", "guest", "A guest"],
  ["person", "", "Working Social"],
])("a %s that is called %j reads %j", (kind, name, sentence) => {
  expect(words(kind, name)).toBe(sentence);
});

test("no job is shown by its word in the database", () => {
  for (const job of JOBS) expect(words("job", job)).not.toContain("_");
});
