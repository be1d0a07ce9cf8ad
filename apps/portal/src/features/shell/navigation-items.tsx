import type { Permissions } from "@working-social/directory/schema";
import type { ShellItem } from "@working-social/ui";
import { CalendarDays, CalendarPlus, House, Printer, Settings2, UserRound } from "lucide-react";
import type { ShellTexts } from "./shell-texts.ts";

/** The way around, in the order of use. Managing appears for those who may manage something. */
export function navigationItems(path: string, permissions: Permissions, texts: ShellTexts): ShellItem[] {
  const isIn = (...places: string[]) => places.some((place) => path === place || path.startsWith(`${place}/`));
  return [
    { id: "home", href: "/", label: texts.home, icon: <House />, isCurrent: path === "/", isTab: true },
    { id: "book", href: "/book", label: texts.book, icon: <CalendarPlus />, isCurrent: isIn("/book"), isTab: true },
    {
      id: "bookings",
      href: "/bookings",
      label: texts.myBookings,
      shortLabel: texts.bookingsShort,
      icon: <CalendarDays />,
      isCurrent: isIn("/bookings"),
      isTab: true,
    },
    {
      id: "credits",
      href: "/credits",
      label: texts.credits,
      shortLabel: texts.creditsShort,
      icon: <Printer />,
      isCurrent: isIn("/credits", "/print"),
    },
    { id: "account", href: "/account", label: texts.account, icon: <UserRound />, isCurrent: isIn("/account") },
    ...(mayManage(permissions)
      ? [{ id: "manage", href: "/manage", label: texts.manage, icon: <Settings2 />, isCurrent: isIn("/manage") }]
      : []),
  ];
}

/** Whether any of the manage pages is for this person. */
export function mayManage(permissions: Permissions): boolean {
  const { manageSpace, managePeople, manageBookings, seeAudit } = permissions;
  return manageSpace || managePeople || manageBookings || seeAudit;
}
