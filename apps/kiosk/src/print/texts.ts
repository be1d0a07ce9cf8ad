import type { PackView } from "@working-social/charges/schema";
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
  mono_pages: ["black and white page", "black and white pages"],
  colour_pages: ["colour page", "colour pages"],
};

function pages(quantity: number, unit: PageUnit): string {
  return count(quantity, ...unitNames[unit]);
}

function setAside(left: number, held: number): string {
  return left === 0 ? "set aside for what waits" : `${number.format(held)} of them set aside for what waits`;
}

/** What a pack holds: pages, or money that pays for prints. */
function contentOf(unit: string, quantity: number, currency: string | null): string {
  if (unit === "mono_pages" || unit === "colour_pages") return pages(quantity, unit);
  return `${currency ? money(quantity, currency) : number.format(quantity)} of credit`;
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
      `Too many wrong tries: this screen takes no PIN for ${duration(seconds)}. Your code works all the same, and from your phone you can print right away.`,
    lockedForNow:
      "Too many wrong tries: this screen takes no PIN for a while. Your code works all the same, and from your phone you can print right away.",
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
      left < 0 ? `You owe ${pages(-left, unit)} afterwards` : `${pages(left, unit)} left afterwards`,
    left: ({ left, unit }: Pick<PageBalance, "left" | "unit">) =>
      left < 0 ? `${pages(-left, unit)} owed` : `${pages(left, unit)} left`,
    /** While prints wait: what is set aside for them is not spent. */
    have: ({ left, held, unit }: PageBalance) =>
      left < 0
        ? `${pages(-left, unit)} owed`
        : pages(left + held, unit) + (held > 0 ? `, ${setAside(left, held)}` : ""),
    paper: (size: string) => (size === "other" ? "another paper size" : size),
    topUp: "Get more pages",
    balances: "Your pages",
    noPrice: "Nobody has set a price for this kind of print yet. Please ask the front desk.",
    release: "Print",
    releaseFor: (price: string) => `Print · ${price}`,
    /** A button's words, and what it is about: many have the same words. */
    named: (words: string, title: string) => `${words}, ${title}`,
    releaseAll: (jobs: number, price: string | null) => (price ? `Print all ${jobs} · ${price}` : `Print all ${jobs}`),
    printing: "Printing",
    remove: "Delete",
    sure: "Delete it? It can’t be printed then.",
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
    bought: (what: string, price: string) => `${what} are yours now. ${price} is on your account.`,
    boughtFree: (what: string) => `${what} are yours now.`,
    pack_price_changed: "This one has another price now. Nothing was bought; see below.",
    pack_gone: "This one is not offered any more. Nothing was bought.",
    refused: (code: string) => `That did not work (${code}). Please ask the front desk.`,
  },
  done: {
    title: (jobs: number) => (jobs === 1 ? "It is printing" : `${number.format(jobs)} are printing`),
    fetch: (name: string) => `Take your pages from ${name}.`,
    stopped: "The others were not printed:",
    more: (jobs: number) => `Back to my prints (${number.format(jobs)})`,
    leave: "Done",
  },
  packs: {
    title: "Get more pages",
    none: "There is nothing to buy at the moment. Prints that your pages don’t cover go on your account.",
    pays: "Nothing is paid here: what you buy goes on your account, as an open charge.",
    content: ({
      unit,
      quantity,
      currency,
      validDays,
    }: Pick<PackView, "unit" | "quantity" | "currency" | "validDays">) =>
      `${contentOf(unit, quantity, currency)}, ${validDays === null ? "never expires" : `good for ${count(validDays, "day", "days")}`}`,
    what: ({ unit, quantity, currency }: Pick<PackView, "unit" | "quantity" | "currency">) =>
      contentOf(unit, quantity, currency),
    buy: (price: string) => `Buy · ${price}`,
    sure: (what: string, price: string) => `${what}: ${price} goes on your account as an open charge.`,
    buyNow: (price: string) => `Yes, buy for ${price}`,
    keep: "No, don’t",
    back: "Back to my prints",
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
    how: "For managers: under Manage, Copiers, make a kiosk beside the copier. It is shown once, as a code: scan it with this device’s camera, or paste its token here.",
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
    online: "reachable",
    silent: "not reachable",
    theme: "Appearance",
    themes: { system: "As the device", light: "Light", dark: "Dark" },
    forget: "Forget this kiosk",
    forgetMeans: "Once it is forgotten, nobody can print here until a manager gives this screen a new token.",
    forgetNow: "Yes, forget it",
    keep: "Keep it",
    portal: "Open the portal",
    back: "Back",
  },
};

function splitText({ credits, unit, moneyMinor, currency, product }: SplitView): string {
  const owed = money(moneyMinor, currency);
  const amount = product
    ? `${number.format(product.sides)}\u00a0×\u00a0${money(product.eachMinor, currency)} =\u00a0${owed}`
    : owed;
  if (credits === 0) return moneyMinor === 0 ? "Costs nothing" : `${amount} on your account`;
  const own = `${pages(credits, unit)} from your credits`;
  return moneyMinor === 0 ? own : `${own}, ${amount} on your account`;
}
