import { expect, test } from "vitest";
import { matchCommands, type CommandGroup } from "./command-match.ts";

const groups: CommandGroup[] = [
  {
    id: "go",
    label: "Go to",
    commands: [
      { id: "book", label: "Book", keywords: ["reserve", "room", "desk"], onSelect: () => {} },
      { id: "bookings", label: "My bookings", onSelect: () => {} },
    ],
  },
  {
    id: "people",
    label: "People",
    commands: [{ id: "tomas", label: "Tomás Brandt", hint: "Old Harbour", onSelect: () => {} }],
  },
];

test.each([
  ["", ["book", "bookings", "tomas"]],
  ["book", ["book", "bookings"]],
  ["RES", ["book"]],
  ["tomas", ["tomas"]],
  ["brandt har", ["tomas"]],
  ["ook", []],
  ["  ", ["book", "bookings", "tomas"]],
  ["(.*", ["book", "bookings", "tomas"]],
])("%j finds %j", (query, expected) => {
  expect(matchCommands(groups, query).flatMap((group) => group.commands.map((command) => command.id))).toEqual(
    expected,
  );
});

test("what the server matched is shown as it comes", () => {
  const fromServer: CommandGroup = {
    id: "found",
    label: "Found",
    isMatched: true,
    commands: [{ id: "lena", label: "Lena Okafor", onSelect: () => {} }],
  };
  expect(matchCommands([...groups, fromServer], "moving office").map((group) => group.id)).toEqual(["found"]);
});

test("a group with nothing in it is left out", () => {
  expect(matchCommands(groups, "tomas").map((group) => group.id)).toEqual(["people"]);
});
