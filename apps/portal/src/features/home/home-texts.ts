import { plural, type WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

/** What a button books at once. */
interface OfferFacts {
  /** What stands on it. */
  shown: string;
  name: string;
  from: string;
  length: string;
  price: string;
}

const en = {
  title: "Home",
  goodMorning: (name: string) => `Good morning, ${name}`,
  goodAfternoon: (name: string) => `Good afternoon, ${name}`,
  goodEvening: (name: string) => `Good evening, ${name}`,
  bookSomething: "Book a room or desk",
  changeLocation: (name: string) => `Location: ${name}. Change it`,
  next: "Your next booking",
  in: "in",
  minutes: (n: number) => plural("en", n, { one: "minute", other: "minutes" }),
  hours: (n: number) => plural("en", n, { one: "hour", other: "hours" }),
  inMinutes: (n: number) => plural("en", n, { one: "In 1 minute", other: `In ${n} minutes` }),
  inHours: (n: number) => plural("en", n, { one: "In 1 hour", other: `In ${n} hours` }),
  /** Above the time at which a booking ends that is on. */
  now: "now, until",
  nowUntil: (until: string) => `Now, until ${until}`,
  tomorrow: "Tomorrow",
  change: "Change",
  confirmHold: "Confirm",
  waiting: "Waiting for approval",
  freeNow: "Free now",
  freeFrom: (from: string, until: string | null) => `from ${from} ${until === null ? "all day" : `until ${until}`}`,
  ofFree: (free: number, all: number) => `${free} of ${all} free`,
  takeOne: "Take one",
  people: (n: number) => plural("en", n, { one: "1 person", other: `${n} people` }),
  /** Begins with what the button shows, so that people who speak to their computer can say it. */
  bookFor: ({ shown, name, from, length, price }: OfferFacts) =>
    `${shown}: book ${name} from ${from} for ${length}, ${price}`,
  freeOfCharge: "no charge",
  credit: (length: string) => `${length} credit`,
  passes: (n: number) => plural("en", n, { one: "1 day pass", other: `${n} day passes` }),
  noPrice: "price on request",
  moreFree: "See the whole day",
};

export type HomeTexts = WordsLike<typeof en>;
export const homeTexts = catalog<HomeTexts>({ en, de: () => import("./home-texts.de.ts") });
