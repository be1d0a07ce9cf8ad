import { describe, expect, test } from "vitest";
import { knownBrowsers } from "./known-browser.ts";
import { networkOf } from "./network.ts";

const browsers = knownBrowsers("a secret", "known-browser");
const cookie = (value: string) => `session=x; known-browser=${value}`;

describe("a browser that signed in before", () => {
  test("is known by the same id from then on, to each of its accounts and to no other", () => {
    const first = cookie(browsers.knownTo(undefined, "ana@example.test"));
    const both = cookie(browsers.knownTo(first, "ben@example.test"));
    const id = browsers.idOf(first, "ana@example.test");
    expect(id).toMatch(/^[\w-]{16}$/);
    expect(browsers.idOf(both, "ana@example.test")).toBe(id);
    expect(browsers.idOf(both, "ben@example.test")).not.toBe(id);
    expect(browsers.idOf(cookie(browsers.knownTo(both, "ana@example.test")), "ana@example.test")).toBe(id);
    expect(browsers.idOf(both, "eve@example.test")).toBeNull();
  });

  test("is not made up: another secret, another account's entry, another id", () => {
    const value = browsers.knownTo(undefined, "ana@example.test");
    expect(browsers.idOf(cookie(value), "ana@example.test")).not.toBeNull();
    const [tag = "", id = "", signature = ""] = value.split(".");
    const ofBen = browsers.knownTo(undefined, "ben@example.test").split(".");
    const forged = [
      knownBrowsers("another", "known-browser").knownTo(undefined, "ana@example.test"),
      [tag, ofBen[1], ofBen[2]].join("."),
      [tag, `${id}x`, signature].join("."),
      [tag, id, ""].join("."),
      `${tag}.${id}`,
      "%",
    ];
    for (const one of forged) expect(browsers.idOf(cookie(one), "ana@example.test")).toBeNull();
    expect(browsers.idOf(null, "ana@example.test")).toBeNull();
  });

  test("is known to its last eight accounts: the cookie stays small, whatever was in it", () => {
    let header = cookie("junk~a.b.c");
    for (let index = 0; index < 12; index++) header = cookie(browsers.knownTo(header, `${index}@example.test`));
    const known = Array.from({ length: 12 }, (_, index) => browsers.idOf(header, `${index}@example.test`) !== null);
    expect(known).toEqual([...Array<boolean>(4).fill(false), ...Array<boolean>(8).fill(true)]);
    expect(header.length).toBeLessThan(1_000);
  });
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["203.0.113.7:49152", "203.0.113.7"],
  ["[2001:db8:1:2::9]:49152", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
  ["", ""],
])("%s counts as the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
