import type { Page } from "@playwright/test";
import { layoutFaults } from "./support/layout-faults.ts";
import { expect, test } from "./support/test.ts";

// Whether the finder finds: faults that are planted on a page of nothing else, and what only looks like one.

const small = { viewport: { width: 400, height: 600 } };
const faultsOf = async (page: Page, html: string) => {
  await page.setContent(`<style>body { margin: 8px } button { white-space: nowrap }</style>${html}`);
  return layoutFaults(page);
};

const planted: [what: string, html: string, found: RegExp][] = [
  ["a page that is too wide", `<p style="width: 500px">Far</p>`, /^the page needs 508 px and has 400: <p/],
  ["words that are cut off", `<button style="width: 60px; overflow: hidden">All the rest of it</button>`, /cuts off/],
  ["words that leave their button", `<button style="width: 60px">All the rest of it</button>`, /cuts off/],
  [
    "words that end in dots and are nowhere in full",
    `<button style="width: 90px"><span style="display: block; overflow: hidden; text-overflow: ellipsis">All the rest of it</span></button>`,
    /^button “All the rest of it” cuts off “All the rest of it”$/,
  ],
  [
    "lines that are higher than their button",
    `<button style="width: 60px; height: 20px; white-space: normal">All the rest of it</button>`,
    /cuts off/,
  ],
  [
    "a text that is cut off",
    `<p style="width: 60px; overflow: hidden; white-space: nowrap">All the rest of it</p>`,
    /^“All the rest of it” is cut off$/,
  ],
  [
    "a button that nobody reaches",
    `<a href="#" style="position: relative; left: -40px">Go there</a>`,
    /^a “Go there” is outside/,
  ],
  [
    "two buttons on each other",
    `<button>Keep</button><button style="margin-inline-start: -20px">Discard</button>`,
    /^button “Discard” .* lies over button “Keep”/,
  ],
  [
    "a button that hides another one",
    `<div style="position: relative"><button style="width: 200px">Keep</button><button style="position: absolute; left: 20px">No</button></div>`,
    /^button “No” .* lies over button “Keep”/,
  ],
];

const innocent: [what: string, html: string][] = [
  ["a button that has room", `<button>Keep</button> <button>Discard</button>`],
  [
    "dots, where the title says the rest",
    `<button style="width: 90px"><span title="All the rest of it" style="display: block; overflow: hidden; text-overflow: ellipsis">All the rest of it</span></button>`,
  ],
  [
    "dots in a text, where its title says the rest",
    `<p title="All the rest of it" style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">All the rest of it</p>`,
  ],
  [
    "a field with its button in it",
    `<div style="position: relative; width: 200px"><input style="width: 200px"><button style="position: absolute; right: 2px">x</button></div>`,
  ],
  [
    "a row that scrolls sideways",
    `<div style="display: flex; overflow-x: auto"><button style="flex: none; width: 300px">One</button><button style="flex: none; width: 300px">Two</button></div>`,
  ],
  [
    "a bar over what scrolls below it",
    `<button style="height: 800px">Long</button><div style="position: fixed; bottom: 0"><button>Bar</button></div>`,
  ],
  [
    "what a list has scrolled away, beside the bar below it",
    `<div style="height: 50px; overflow-y: auto"><button style="height: 90px">Long</button></div><button>Bar</button>`,
  ],
  [
    "words for screen readers",
    `<button><span style="position: absolute; width: 1px; height: 1px; overflow: hidden">All the rest</span>x</button>`,
  ],
];

test("each planted fault is found, and nothing else", async ({ open }) => {
  const page = await open(null, small);
  for (const [what, html, found] of planted)
    expect(await faultsOf(page, html), what).toEqual([expect.stringMatching(found)]);
});

test("what is so on purpose is no fault", async ({ open }) => {
  const page = await open(null, small);
  for (const [what, html] of innocent) expect(await faultsOf(page, html), what).toEqual([]);
});
