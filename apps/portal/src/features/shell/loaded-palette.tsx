import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { BookingPage, LocationView, ResourceView } from "@working-social/booking/schema";
import type { MeView } from "@working-social/directory/schema";
import { fromLocal, toLocal } from "@working-social/kernel";
import { CommandPalette, useTheme, type CommandGroup } from "@working-social/ui";
import { useEffect, useMemo, useState } from "react";
import { formatIn, formatMinutes } from "../../lib/format.ts";
import { chooseLocation, useLocations } from "../../lib/location.ts";
import { locale } from "../../lib/locale.ts";
import { useMe } from "../../lib/me.ts";
import { useNow } from "../../lib/now.ts";
import { clockWords, minuteOf } from "../../lib/wall-clock.ts";
import { trpc } from "../../lib/trpc.ts";
import { bookTexts } from "../day/book-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { findTexts } from "./find-texts.ts";
import { printTexts } from "../print/print-texts.ts";
import { shellTexts } from "./shell-texts.ts";
import type { pageCommands } from "../manage/frame/page-commands.ts";
import { signOut, switchOrganization } from "./leave.ts";
import { parseWish } from "./wish/parse-wish.ts";
import { vocabularyOf } from "./wish/vocabulary.ts";
import { englishWish, wishTexts } from "./wish/wish-texts.ts";
import { mayManage, navigationItems } from "./navigation-items.tsx";

type LoadedPaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Everything that can be reached by typing its name: pages, rooms, my bookings, places, and the few global actions. */
export function LoadedPalette({ isOpen, onOpenChange }: LoadedPaletteProps) {
  const texts = useTexts(shellTexts);
  const { wishExample } = useTexts(findTexts);
  const me = useMe();
  const { location, locations } = useLocations();
  const isAsking = isOpen && location !== undefined;
  const resources = useQuery(
    trpc.resources.list.queryOptions({ locationId: location?.id ?? "" }, { enabled: isAsking }),
  );
  const upcoming = useQuery(trpc.bookings.mine.queryOptions({ scope: "upcoming", cursor: null }, { enabled: isOpen }));
  const [typed, setTyped] = useState("");
  const groups = [
    useWish(typed, location, resources.data ?? []),
    usePages(me),
    useManagePages(me),
    useRooms(resources.data ?? []),
    useBookings(upcoming.data),
    usePlaces(locations, location, me),
    useActions(),
  ].filter((group) => group.commands.length > 0);
  return (
    <CommandPalette
      {...{ isOpen, onOpenChange, groups }}
      label={texts.searchOrJump}
      placeholder={wishExample}
      onQueryChange={setTyped}
    />
  );
}

/** "A room for 6, tomorrow 14:00, 90 minutes": the Book page as asked for, before anything by that name. */
function useWish(typed: string, location: LocationView | undefined, resources: ResourceView[]): CommandGroup {
  const texts = useTexts(findTexts);
  const book = useTexts(bookTexts);
  const languages = useVocabularies();
  const navigate = useNavigate();
  const now = useNow();
  const features = [...new Set(resources.flatMap((resource) => resource.features))];
  const today = toLocal(now, location?.timeZone ?? "UTC").date;
  const wish = location ? parseWish(typed, { today, features }, languages) : null;
  if (!wish || !location) return { id: "wish", label: texts.find, isMatched: true, commands: [] };
  const { date, time, minutes, people, features: wanted = [], kinds = [] } = wish;
  const day = date === undefined ? null : formatIn(location.timeZone).shortDay(fromLocal(date, 720, location.timeZone));
  const at = time === undefined ? null : minuteOf(time);
  const parts = [
    people === undefined ? null : book.seats(people),
    [day, at === null ? null : clockWords(at)].filter(Boolean).join(" "),
    minutes === undefined ? null : formatMinutes(minutes),
    ...wanted,
    ...kinds.map((kind) => texts.kinds[kind]),
  ];
  const find = {
    id: "wish",
    label: texts.findWish(parts.filter(Boolean).join(" · ")),
    onSelect: () => void navigate({ to: "/book", search: wish }),
  };
  return { id: "wish", label: texts.find, isMatched: true, commands: [find] };
}

/** The reader's language before English, and English as their region writes dates. */
function useVocabularies() {
  const texts = useTexts(wishTexts);
  return useMemo(() => {
    const english = new Intl.Locale(locale, { language: "en" }).toString();
    return [vocabularyOf(texts, locale), vocabularyOf(englishWish, english)];
  }, [texts]);
}

function usePages({ permissions }: MeView): CommandGroup {
  const texts = useTexts(shellTexts);
  const find = useTexts(findTexts);
  const words = useTexts(printTexts);
  const navigate = useNavigate();
  const commands = navigationItems("", permissions, texts).map(({ id, label, href }) => ({
    id,
    label,
    onSelect: () => void navigate({ to: href }),
  }));
  const print = { id: "print", label: words.title, onSelect: () => void navigate({ to: "/print" }) };
  const feeds = { id: "feeds", label: find.calendars, onSelect: () => void navigate({ to: "/account/feeds" }) };
  const plan = { id: "plan", label: find.plan, onSelect: () => void navigate({ to: "/account/plan" }) };
  const invoices = { id: "invoices", label: find.invoices, onSelect: () => void navigate({ to: "/account/invoices" }) };
  return { id: "pages", label: find.goTo, commands: [...commands, print, plan, invoices, feeds] };
}

/** Each page of managing by its own name; only who may open one loads them. */
function useManagePages({ permissions }: MeView): CommandGroup {
  const navigate = useNavigate();
  const [found, setFound] = useState<ReturnType<typeof pageCommands> | null>(null);
  useEffect(() => {
    if (!mayManage(permissions)) return;
    void import("../manage/frame/page-commands.ts").then(({ pageCommands: of }) => setFound(of(permissions)));
  }, [permissions]);
  const commands = (found?.pages ?? []).map(({ href, ...page }) => ({
    ...page,
    onSelect: () => void navigate({ to: href }),
  }));
  return { id: "manage", label: found?.label ?? "", commands };
}

function useRooms(resources: ResourceView[]): CommandGroup {
  const texts = useTexts(findTexts);
  const navigate = useNavigate();
  const commands = resources.map((resource) => ({
    id: resource.id,
    label: texts.bookThing(resource.name),
    ...(resource.floor ? { hint: resource.floor } : {}),
    keywords: [resource.kind, ...resource.features],
    onSelect: () => void navigate({ href: `/book?resource=${resource.id}` }),
  }));
  return { id: "rooms", label: texts.rooms, commands };
}

function useBookings(page: BookingPage | undefined): CommandGroup {
  const texts = useTexts(findTexts);
  const navigate = useNavigate();
  const commands = (page?.bookings ?? []).map((booking) => ({
    id: booking.id,
    label: booking.title || booking.resourceName,
    hint: formatIn(booking.timeZone).dayTime(booking.startsAt),
    keywords: [booking.resourceName, booking.locationName],
    onSelect: () => void navigate({ to: "/bookings/$bookingId", params: { bookingId: booking.id } }),
  }));
  return { id: "bookings", label: texts.upcoming, commands };
}

function usePlaces(locations: LocationView[], current: LocationView | undefined, me: MeView): CommandGroup {
  const texts = useTexts(findTexts);
  const { switchTo } = useTexts(shellTexts);
  const otherLocations = locations.filter(({ id }) => id !== current?.id);
  const otherOrganizations = me.memberships.filter(({ organizationId }) => organizationId !== me.organization.id);
  const commands = [
    ...otherLocations.map(({ id, name }) => ({
      id,
      label: texts.showLocation(name),
      onSelect: () => chooseLocation(id),
    })),
    ...otherOrganizations.map(({ organizationId, organizationName }) => ({
      id: organizationId,
      label: switchTo(organizationName),
      onSelect: () => switchOrganization(organizationId),
    })),
  ];
  return { id: "places", label: texts.locations, commands };
}

function useActions(): CommandGroup {
  const texts = useTexts(findTexts);
  const { signOut: signOutLabel } = useTexts(shellTexts);
  const { setTheme } = useTheme();
  const commands = [
    { id: "light", label: texts.lightTheme, onSelect: () => setTheme("light") },
    { id: "dark", label: texts.darkTheme, onSelect: () => setTheme("dark") },
    { id: "system", label: texts.systemTheme, onSelect: () => setTheme("system") },
    { id: "sign-out", label: signOutLabel, onSelect: () => void signOut() },
  ];
  return { id: "actions", label: texts.actions, commands };
}
