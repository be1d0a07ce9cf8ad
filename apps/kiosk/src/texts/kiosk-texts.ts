import type { PackView } from "@working-social/charges/schema";
import type { PageBalance, PrintJobView } from "@working-social/copier/schema";
import type { WordsLike } from "@working-social/kernel";
import { englishUiTexts, type UiTexts } from "@working-social/ui";
import type { SplitView } from "../print/split.ts";
import type { Formats } from "./formats.ts";

type PageUnit = PageBalance["unit"];
type Content = Pick<PackView, "unit" | "quantity" | "currency">;

const PAGES: Record<PageUnit, { one: string; other: string }> = {
  mono_pages: { one: "black and white page", other: "black and white pages" },
  colour_pages: { one: "colour page", other: "colour pages" },
};

const NO_PRICE = "Nobody has set a price for this kind of print yet. Please ask the front desk.";

/** 58 seconds, 2 minutes. */
function duration(seconds: number, { count }: Formats): string {
  return seconds < 100
    ? count(seconds, { one: "second", other: "seconds" })
    : count(Math.ceil(seconds / 60), { one: "minute", other: "minutes" });
}

const pages = (quantity: number, unit: PageUnit, { count }: Formats) => count(quantity, PAGES[unit]);

/** What a pack holds: pages, or money that pays for prints. */
function contentOf({ unit, quantity, currency }: Content, formats: Formats): string {
  if (unit === "mono_pages" || unit === "colour_pages") return pages(quantity, unit, formats);
  return `${currency ? formats.money(quantity, currency) : formats.number(quantity)} of credit`;
}

const door = {
  pageTitle: "Welcome",
  welcome: "Welcome.",
  seeTheDesk: "Please see the front desk: someone will be glad to help you.",
  print: "Print",
  printHow: "Release what you have sent to the copier, with your PIN or your code",
  member: "Are you a member?",
  memberHow: "Book a room or a desk on your phone, at this address:",
  staff: "For staff: open the portal",
  setUpPrinting: "Set up printing on this screen",
};

const start = (formats: Formats) => ({
  title: "Print",
  how: "Enter your PIN, or hold your code to the reader.",
  where: "Your code is in the portal under Print, and there you can make a PIN.",
  pad: "Your PIN",
  typed: (digits: number, of: number) => `${digits} of ${of} digits`,
  clear: "Clear",
  erase: "Delete the last digit",
  checking: "Just a moment …",
  wrong_code: {
    pin: "This PIN does not fit. Try again; if you have forgotten it, make a new one in the portal under Print.",
    code: "This code does not fit, or is over. Make a new one in the portal, under Print.",
  },
  locked: (seconds: number) =>
    `Too many wrong tries: this screen takes no PIN for ${duration(seconds, formats)}. Your code works all the same, and from your phone you can print right away.`,
  lockedForNow:
    "Too many wrong tries: this screen takes no PIN for a while. Your code works all the same, and from your phone you can print right away.",
  short_pin: "Your PIN has six digits.",
  ended: "Your code is over. Make a new one in the portal, under Print; your prints still wait.",
  refused: (code: string) => `That did not work (${code}). Please ask the front desk; your prints still wait.`,
  offlineCopier: (name: string) =>
    `${name} does not answer at the moment. Your prints wait for a day; please tell the front desk.`,
});

const jobs = (formats: Formats) => ({
  waiting: (n: number) =>
    n === 0
      ? "Nothing waits for you here."
      : formats.plural(n, { one: "1 print waits for you.", other: `${formats.number(n)} prints wait for you.` }),
  none: (copier: string) => `Send something to ${copier} from your computer: it appears here by itself.`,
  elsewhere: (name: string, n: number) =>
    formats.plural(n, { one: `1 print waits at ${name}.`, other: `${formats.number(n)} prints wait at ${name}.` }),
  untitled: "Without a title",
  sheets: ({ sides, sheets }: Pick<PrintJobView, "sides" | "sheets">) =>
    `${formats.count(sides, { one: "side", other: "sides" })} on ${formats.count(sheets, { one: "sheet", other: "sheets" })}`,
  copies: (copies: number) => formats.count(copies, { one: "copy", other: "copies" }),
  colour: { mono: "black and white", colour: "colour" },
  duplex: "both sides",
  paper: (size: string) => (size === "other" ? "another paper size" : size),
  noPrice: NO_PRICE,
  release: "Print",
  releaseFor: (price: string) => `Print · ${price}`,
  /** A button's words, and what it is about: many have the same words. */
  named: (words: string, title: string) => `${words}, ${title}`,
  releaseAll: (n: number, price: string | null) => (price ? `Print all ${n} · ${price}` : `Print all ${n}`),
  printing: "Printing",
  remove: "Delete",
  sure: "Delete it? It can’t be printed then.",
  removeNow: "Yes, delete",
  keep: "Keep it",
  leave: "Done",
  working: "Just a moment …",
});

const balance = (formats: Formats) => ({
  /** "20 colour pages from your credits, 10 × $0.25 = $2.50 on your account" */
  split: ({ credits, unit, moneyMinor, currency, product }: SplitView) => {
    const owed = formats.money(moneyMinor, currency);
    const amount = product
      ? `${formats.number(product.sides)}\u00A0×\u00A0${formats.money(product.eachMinor, currency)} =\u00A0${owed}`
      : owed;
    if (credits === 0) return moneyMinor === 0 ? "Costs nothing" : `${amount} on your account`;
    const own = pages(credits, unit, formats);
    return moneyMinor === 0 ? `${own} from your credits` : `${own} from your credits, ${amount} on your account`;
  },
  after: (left: number, unit: PageUnit) =>
    left < 0 ? `You owe ${pages(-left, unit, formats)} afterwards` : `${pages(left, unit, formats)} left afterwards`,
  left: ({ left, unit }: Pick<PageBalance, "left" | "unit">) =>
    left < 0 ? `${pages(-left, unit, formats)} owed` : `${pages(left, unit, formats)} left`,
  /** While prints wait: what is set aside for them is not spent. */
  have: ({ left, held, unit }: PageBalance) => {
    if (left < 0) return `${pages(-left, unit, formats)} owed`;
    const all = pages(left + held, unit, formats);
    if (held === 0) return all;
    return left === 0
      ? `${all}, set aside for what waits`
      : `${all}, ${formats.number(held)} of them set aside for what waits`;
  },
  topUp: "Get more pages",
  title: "Your pages",
});

const notices = {
  price_changed: (title: string) => `${title} costs something else now. Nothing was printed; see the new price below.`,
  device_offline: (name: string) =>
    `${name} does not answer at the moment. Your prints still wait; please tell the front desk.`,
  deleted: (title: string) => `${title} is deleted. What was set aside for it is yours again.`,
  job_gone: "That one does not wait any more: it was printed, deleted, or waited for more than a day.",
  no_price: NO_PRICE,
  bought: (what: string, price: string) => `${what} are yours now. ${price} is on your account.`,
  boughtFree: (what: string) => `${what} are yours now.`,
  pack_price_changed: "This one has another price now. Nothing was bought; see below.",
  pack_gone: "This one is not offered any more. Nothing was bought.",
  refused: (code: string) => `That did not work (${code}). Please ask the front desk.`,
};

const done = (formats: Formats) => ({
  title: (n: number) => formats.plural(n, { one: "It is printing", other: `${formats.number(n)} are printing` }),
  fetch: (name: string) => `Take your pages from ${name}.`,
  stopped: (why: string) => `The others were not printed: ${why}`,
  more: (n: number) => `Back to my prints (${formats.number(n)})`,
  leave: "Done",
});

const packs = (formats: Formats) => ({
  title: "Get more pages",
  none: "There is nothing to buy at the moment. Prints that your pages don’t cover go on your account.",
  pays: "Nothing is paid here: what you buy goes on your account, as an open charge.",
  what: (content: Content) => contentOf(content, formats),
  content: ({ validDays, ...content }: Content & Pick<PackView, "validDays">) =>
    validDays === null
      ? `${contentOf(content, formats)}, never expires`
      : `${contentOf(content, formats)}, good for ${formats.count(validDays, { one: "day", other: "days" })}`,
  buy: (price: string) => `Buy · ${price}`,
  sure: (what: string, price: string) => `${what}: ${price} goes on your account as an open charge.`,
  buyNow: (price: string) => `Yes, buy for ${price}`,
  keep: "No, don’t",
  back: "Back to my prints",
});

const countdown = (formats: Formats) => ({
  left: (seconds: number) => `Starts again in ${formats.count(seconds, { one: "second", other: "seconds" })}`,
  stay: "I’m still here",
  /** Read aloud once. */
  warning: (seconds: number) => `This screen starts again in ${seconds} seconds. Press any key to stay.`,
});

const setUp = {
  title: "Set up printing on this screen",
  how: "For managers: under Manage, Copiers, make a kiosk beside the copier. It is shown once, as a code: scan it with this device’s camera, or paste its token here.",
  token: "Kiosk token",
  hint: "It begins with wsk_. It is kept in this browser only, and can do nothing but let people release their own prints.",
  check: "Check and keep",
  none: "That is no kiosk token: it begins with wsk_ and has 47 characters.",
  agent: "That is the token of the print server. A kiosk needs its own, which can release and nothing else.",
  unknown: "No kiosk has this token, or not any more. Make a new one beside the copier.",
  offline: "The server can’t be reached. Check the network of this device, and try again.",
  revoked: "This screen was set up before, but its token is not valid any more. Ask a manager for a new one.",
  notKept: "This browser keeps nothing, so this screen has to be set up again after a restart.",
  back: "Back",
};

const staff = {
  open: "Staff",
  title: "This screen",
  kiosk: "Name",
  copier: "Copier",
  online: (copier: string) => `${copier} · reachable`,
  silent: (copier: string) => `${copier} · not reachable`,
  place: "Place",
  theme: "Appearance",
  themes: { system: "As the device", light: "Light", dark: "Dark" },
  forget: "Forget this kiosk",
  forgetMeans: "Once it is forgotten, nobody can print here until a manager gives this screen a new token.",
  forgetNow: "Yes, forget it",
  keep: "Keep it",
  portal: "Open the portal",
  back: "Back",
};

const texts = (formats: Formats) => ({
  language: "Language",
  money: formats.money,
  door,
  start: start(formats),
  jobs: jobs(formats),
  balance: balance(formats),
  notices,
  done: done(formats),
  packs: packs(formats),
  countdown: countdown(formats),
  offline: "No network: this screen tries again by itself, and your prints wait.",
  setUp,
  staff,
});

/** All that the kiosk says. */
export type KioskTexts = WordsLike<ReturnType<typeof texts>>;

/** A language of the kiosk: its own words, and those of the components. */
export interface KioskWords {
  readonly texts: (formats: Formats) => KioskTexts;
  readonly ui: UiTexts;
}

export const english: KioskWords = { texts, ui: englishUiTexts };
