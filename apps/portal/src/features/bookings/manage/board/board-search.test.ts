import { describe, expect, it } from "vitest";
import { boardRange, turnedDay } from "./board-range.ts";
import { readBoardSearch } from "./board-search.ts";

describe("the board's address", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(readBoardSearch({ day: "2026-11-21", span: "week", status: "held", other: 1, book: true })).toEqual({
      day: "2026-11-21",
      span: "week",
      status: "held",
      book: true,
    });
    expect(readBoardSearch({ day: "2026-02-31", span: "year", status: "lost", book: "yes" })).toEqual({});
    expect(readBoardSearch({ day: "tomorrow" })).toEqual({});
    expect(readBoardSearch({ who: "Čapek" })).toEqual({ who: "Čapek" });
    expect(readBoardSearch({ book: true, room: "lantern" })).toEqual({ book: true, room: "lantern" });
  });
  it("spans local days, also those of 23 and 25 hours", () => {
    expect(boardRange("2026-10-04", "day", "Australia/Lord_Howe")).toEqual({
      from: "2026-10-03T13:30:00.000Z",
      to: "2026-10-04T13:00:00.000Z",
    });
    expect(boardRange("2026-11-21", "week", "Asia/Kathmandu")).toEqual({
      from: "2026-11-20T18:15:00.000Z",
      to: "2026-11-27T18:15:00.000Z",
    });
  });
  it("turns by what it shows", () => {
    expect(turnedDay("2026-11-21", "week", -1)).toBe("2026-11-14");
    expect(turnedDay("2026-12-31", "day", 1)).toBe("2027-01-01");
  });
});
