import type { Permissions } from "@working-social/directory/schema";
import type { ShellItem } from "@working-social/ui";
import { CalendarDays, CalendarPlus, House, Printer, Rss, Settings2, UserRound } from "lucide-react";
import type { shellTexts } from "./shell-texts.ts";

type Words = (typeof shellTexts)["en"];

/** The way around, in the order of use. Managing appears for those who may manage something. */
export function navigationItems(path: string, permissions: Permissions, texts: Words): ShellItem[] {
  const item = (id: string, href: string, label: string, icon: ShellItem["icon"], shortLabel?: string): ShellItem => ({
    id,
    href,
    label,
    icon,
    shortLabel,
    isCurrent: href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`),
  });
  return [
    item("home", "/", texts.home, <House />),
    item("book", "/book", texts.book, <CalendarPlus />),
    item("bookings", "/bookings", texts.myBookings, <CalendarDays />, texts.bookingsShort),
    {
      ...item("credits", "/credits", texts.credits, <Printer />, texts.creditsShort),
      isCurrent: /^\/(credits|print)\b/.test(path),
    },
    item("account", "/account", texts.account, <UserRound />),
    item("feeds", "/feeds", texts.calendars, <Rss />, texts.calendarsShort),
    ...(mayManage(permissions) ? [item("manage", "/manage", texts.manage, <Settings2 />)] : []),
  ];
}

/** Whether any of the manage pages is for this person. */
export function mayManage(permissions: Permissions): boolean {
  const { manageSpace, managePeople, manageBookings, seeAudit } = permissions;
  return manageSpace || managePeople || manageBookings || seeAudit;
}
