import { hashKey, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import type { BookingPage } from "@working-social/booking/schema";
import { myBookingsOptions } from "../bookings/my-bookings-query.ts";
import { chosenOrganization } from "../../lib/session.ts";
import { trpc } from "../../lib/trpc.ts";

// What My bookings showed last, and what the frame around it needs, kept on this device for a time without a connection:
// of one person in one organization, and gone with the sign-out.

const storageKey = "kept";

interface Answer {
  data: unknown;
  /** When the server gave it. */
  at: number;
}

interface Kept {
  personId: string;
  organizationId: string;
  me: Answer;
  locations: Answer;
  bookings: Answer;
}

const meKey = trpc.session.me.queryKey();
const locationsKey = trpc.locations.list.queryKey();
const pagesKey = myBookingsOptions("upcoming").queryKey;
const homeKey = trpc.bookings.mine.queryKey({ scope: "upcoming", cursor: null });

/** Keeps the newest answers from now on. Another person's, or another organization's, take the place of what was kept. */
export function keep(client: QueryClient): void {
  const write = () => {
    const kept = answersOf(client);
    if (kept) store(JSON.stringify(kept));
  };
  const hashes = new Set([meKey, locationsKey, pagesKey, homeKey].map((key) => hashKey(key)));
  client.getQueryCache().subscribe((event) => {
    const isAnswer = event.type === "updated" && event.action.type === "success";
    if (isAnswer && hashes.has(event.query.queryHash)) write();
  });
  write();
}

/** Puts what was kept where no newer answer is. Says whether it was there, of whoever is signed in here. */
export function restore(client: QueryClient): boolean {
  const kept = read();
  const me = client.getQueryData(meKey);
  const chosen = chosenOrganization();
  if (!kept || (chosen !== null && chosen !== kept.organizationId)) return false;
  if (me && (me.person.id !== kept.personId || me.organization.id !== kept.organizationId)) return false;
  const put = (queryKey: readonly unknown[], { data, at }: Answer) => {
    if ((client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) < at)
      client.setQueryData(queryKey, data, { updatedAt: at });
  };
  put(meKey, kept.me);
  put(locationsKey, kept.locations);
  put(pagesKey, kept.bookings);
  return true;
}

/** Nothing of anybody stays on this device. */
export function forget(): void {
  store(null);
}

function answersOf(client: QueryClient): Kept | null {
  const me = client.getQueryState(meKey);
  const locations = answerOf(client, locationsKey);
  const bookings = newestBookings(client);
  if (!me?.data || !locations || !bookings) return null;
  const { person, organization } = me.data;
  const answer = { data: me.data, at: me.dataUpdatedAt };
  return { personId: person.id, organizationId: organization.id, me: answer, locations, bookings };
}

/** Home asks for the first page of the same. */
function newestBookings(client: QueryClient): Answer | null {
  const pages = answerOf(client, pagesKey);
  const home = client.getQueryState<BookingPage>(homeKey);
  if (!home?.data || (pages && pages.at >= home.dataUpdatedAt)) return pages;
  const data: InfiniteData<BookingPage> = { pages: [home.data], pageParams: [null] };
  return { data, at: home.dataUpdatedAt };
}

function answerOf(client: QueryClient, queryKey: readonly unknown[]): Answer | null {
  const state = client.getQueryState(queryKey);
  return state?.data === undefined ? null : { data: state.data, at: state.dataUpdatedAt };
}

function store(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, text);
  } catch {
    return; // Storage is refused: nothing is kept.
  }
}

function read(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}
