import type { PageBalance, PrintJobView } from "@working-social/copier/schema";
import { formatMoney } from "@working-social/kernel";
import { english as kiosk } from "../texts.ts";
import type { SplitView } from "./split.ts";

const { locale } = kiosk;
const number = new Intl.NumberFormat(locale);

function money(minor: number, currency: string): string {
  return formatMoney({ minor, currency }, locale, "narrowSymbol");
}

function count(quantity: number, one: string, many: string): string {
  return `${number.format(quantity)} ${quantity === 1 ? one : many}`;
}

type PageUnit = PageBalance["unit"];

const unitNames: Record<PageUnit, [one: string, many: string]> = {
  mono_pages: ["black-and-white page", "black-and-white pages"],
  colour_pages: ["colour page", "colour pages"],
};

function pages(quantity: number, unit: PageUnit): string {
  return count(quantity, ...unitNames[unit]);
}

/** 58 seconds, 2 minutes. */
function duration(seconds: number): string {
  return seconds < 100 ? count(seconds, "second", "seconds") : count(Math.ceil(seconds / 60), "minute", "minutes");
}

function waits(jobCount: number): string {
  return jobCount === 1 ? "1 print waits" : `${number.format(jobCount)} prints wait`;
}

/** What the Print screen says. */
export const texts = {
  pages,
  money,
  pageTitle: "Print",
  start: {
    title: "Print",
    how: "Enter your PIN, or hold your code to the reader.",
    where: "Your PIN and your code are in the portal, under Print.",
    pad: "Your PIN",
    typed: (digits: number, of: number) => `${digits} of ${of} digits`,
    clear: "Clear",
    erase: "Delete the last digit",
    checking: "Just a moment …",
    wrong_code: {
      pin: "This PIN does not fit. Check it in the portal, under Print, and try again.",
      code: "This code does not fit, or is over. Make a new one in the portal, under Print.",
    },
    locked: (seconds: number) =>
      `Too many wrong tries: this screen takes no PIN for ${duration(seconds)}. From your phone you can print right away.`,
    lockedForNow:
      "Too many wrong tries: this screen takes no PIN for a while. From your phone you can print right away.",
    short_pin: "Your PIN has six digits.",
    ended: "Your code is over. Make a new one in the portal, under Print; your prints still wait.",
    refused: (code: string) => `That did not work (${code}). Please ask the front desk; your prints still wait.`,
    offlineCopier: (name: string) =>
      `${name} does not answer at the moment. Your prints wait for a day; please tell the front desk.`,
  },
  jobs: {
    hello: (name: string) => name,
    waiting: (jobs: number) => (jobs === 0 ? "Nothing waits for you here." : `${waits(jobs)} for you.`),
    none: (copier: string) => `Send something to ${copier} from your computer: it appears here by itself.`,
    elsewhere: (name: string, jobs: number) => `${waits(jobs)} at ${name}.`,
    untitled: "Without a title",
    sheets: ({ sides, sheets }: Pick<PrintJobView, "sides" | "sheets">) =>
      `${count(sides, "side", "sides")} on ${count(sheets, "sheet", "sheets")}`,
    copies: (copies: number) => `${number.format(copies)} copies`,
    colour: { mono: "black and white", colour: "colour" },
    duplex: "both sides",
    split: (split: SplitView) => splitText(split),
    after: (left: number, unit: PageUnit) =>
      left < 0 ? `Then you owe ${pages(-left, unit)}` : `Then ${pages(left, unit)} left`,
    left: ({ left, unit }: Pick<PageBalance, "left" | "unit">) =>
      left < 0 ? `${pages(-left, unit)} owed` : `${pages(left, unit)} left`,
    balances: "Your pages",
    noPrice: "Nobody has set a price for this kind of print yet. Please ask the front desk.",
    release: "Print",
    releaseFor: (price: string) => `Print · ${price}`,
    releaseNamed: (title: string, price: string | null) => (price ? `Print ${title} for ${price}` : `Print ${title}`),
    releaseAll: (jobs: number, price: string | null) => (price ? `Print all ${jobs} · ${price}` : `Print all ${jobs}`),
    printing: "Printing",
    remove: "Delete",
    removeNamed: (title: string) => `Delete ${title}`,
    sure: "Delete it? It can't be printed then.",
    removeNow: "Yes, delete",
    keep: "Keep it",
    leave: "Done",
    working: "Just a moment …",
  },
  notices: {
    price_changed: (title: string) =>
      `${title} costs something else now. Nothing was printed; see the new price below.`,
    device_offline: (name: string) =>
      `${name} does not answer at the moment. Your prints still wait; please tell the front desk.`,
    deleted: (title: string) => `${title} is deleted. What was set aside for it is yours again.`,
    job_gone: "That one does not wait any more: it was printed, deleted, or waited for more than a day.",
    no_price: "Nobody has set a price for this kind of print yet. Please ask the front desk.",
    refused: (code: string) => `That did not work (${code}). Nothing was printed; please ask the front desk.`,
  },
  done: {
    title: (jobs: number) => (jobs === 1 ? "It is printing" : `${number.format(jobs)} are printing`),
    fetch: (name: string) => `Take your pages from ${name}.`,
    stopped: "The others were not printed:",
    more: (jobs: number) => `Back to my prints (${number.format(jobs)})`,
    leave: "Done",
  },
  countdown: {
    left: (seconds: number) => `Starts again in ${count(seconds, "second", "seconds")}`,
    stay: "I’m still here",
    /** Read aloud once. */
    warning: (seconds: number) => `This screen starts again in ${seconds} seconds. Press any key to stay.`,
  },
  network: {
    offline: "No network: this screen tries again by itself, and your prints wait.",
  },
  setUp: {
    title: "Set up printing on this screen",
    how: "For managers: under Manage, Copiers, make a kiosk beside the copier. Its token is shown once; paste or scan it here.",
    token: "Kiosk token",
    example: "It begins with wsk_",
    privacy: "It is kept in this browser only, and can do nothing but let people release their own prints.",
    check: "Check and keep",
    none: "That is no kiosk token: it begins with wsk_ and has 47 characters.",
    agent: "That is the token of the print server. A kiosk needs its own, which can release and nothing else.",
    unknown: "No kiosk has this token, or not any more. Make a new one beside the copier.",
    offline: "The server can’t be reached. Check the network of this device, and try again.",
    revoked: "This screen was set up before, but its token is not valid any more. Ask a manager for a new one.",
    notKept: "This browser keeps nothing, so this screen has to be set up again after a restart.",
    back: "Back",
  },
  staff: {
    open: "Staff",
    title: "This screen",
    kiosk: "Name",
    copier: "Copier",
    place: "Place",
    online: "answers",
    silent: "does not answer",
    theme: "Appearance",
    themes: { system: "As the device", light: "Light", dark: "Dark" },
    forget: "Forget this kiosk",
    forgetMeans: "Then nobody can print here until a manager gives this screen a new token.",
    forgetNow: "Yes, forget it",
    keep: "Keep it",
    portal: "Open the portal",
    back: "Back",
  },
};

function splitText({ credits, unit, moneyMinor, currency, product }: SplitView): string {
  const owed = money(moneyMinor, currency);
  const amount = product ? `${number.format(product.sides)} × ${money(product.eachMinor, currency)} = ${owed}` : owed;
  if (credits === 0) return moneyMinor === 0 ? "Costs nothing" : `${amount} on your account`;
  const own = `${number.format(credits)} of your ${unitNames[unit][1]}`;
  return moneyMinor === 0 ? own : `${own}, ${amount} on your account`;
}
