import type { WordsLike } from "@working-social/kernel";
import { catalog, UNTRANSLATED } from "../../lib/texts/catalog.ts";

const en = {
  title: "Home",
  goodMorning: (name: string) => `Good morning, ${name}`,
  goodAfternoon: (name: string) => `Good afternoon, ${name}`,
  goodEvening: (name: string) => `Good evening, ${name}`,
  bookSomething: "Book a room or desk",
  changeLocation: (name: string) => `Location: ${name}. Change it`,
  next: "Your next booking",
  in: "in",
  minutes: (n: number) => (n === 1 ? "minute" : "minutes"),
  hours: (n: number) => (n === 1 ? "hour" : "hours"),
  inMinutes: (n: number) => `In ${n} ${n === 1 ? "minute" : "minutes"}`,
  inHours: (n: number) => `In ${n} ${n === 1 ? "hour" : "hours"}`,
  now: "now",
  nowUntil: (until: string) => `Now, until ${until}`,
  tomorrow: "Tomorrow",
  change: "Change",
  open: "Open",
  confirmHold: "Confirm",
  /** 4:12 */
  heldFor: (left: string) => `Held for you, ${left} left`,
  waiting: "Waiting for approval",
  freeNow: "Free now",
  from: (time: string) => `from ${time}`,
  until: (time: string) => `until ${time}`,
  allDay: "all day",
  ofFree: (free: number, all: number) => `${free} of ${all} free`,
  takeOne: "Take one",
  people: (n: number) => (n === 1 ? "1 person" : `${n} people`),
  /** Begins with what the button shows, so that people who speak to their computer can say it. */
  bookFor: (shown: string, name: string, from: string, length: string, price: string) =>
    `${shown}: book ${name} from ${from} for ${length}, ${price}`,
  freeOfCharge: "no charge",
  credit: (length: string) => `${length} credit`,
  passes: (n: number) => (n === 1 ? "1 day pass" : `${n} day passes`),
  noPrice: "price on request",
  moreFree: "See the whole day",
  nothingFree: "Everything is taken or closed right now",
  nothingFreeText: "Look at the day: the next free times are there.",
  seeDay: "See the day",
  freeNext: "Free next",
  takenNow: "Everything is taken right now.",
  closedNow: (opens: string) => `Closed now. Opens ${opens}.`,
  /** Begins with what the button shows. */
  bookThen: (length: string, name: string, when: string, price: string) => `${length}: book ${name}, ${when}, ${price}`,
  today: (place: string) => `Today at ${place}`,
  dayAt: (day: string, place: string) => `${day} at ${place}`,
  you: "you",
  strip: (name: string, count: number, mine: string[]) =>
    `${name}: ${count === 0 ? "no bookings" : count === 1 ? "1 booking" : `${count} bookings`}${mine.length ? `, yours ${mine.join(", ")}` : ""}`,
  closedToday: "Closed today.",
  comingUp: "Coming up",
  allBookings: "All my bookings",
};

export type HomeTexts = WordsLike<typeof en>;
export const homeTexts = catalog<HomeTexts>({ en, de: UNTRANSLATED });
