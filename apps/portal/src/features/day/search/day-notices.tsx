import { Link } from "@tanstack/react-router";
import type { DayView } from "@working-social/booking/schema";
import { exceptionReason } from "@working-social/booking/rules";
import type { LocalDate } from "@working-social/kernel";
import { addDays, toLocal } from "@working-social/kernel";
import { Button, buttonClass, EmptyState } from "@working-social/ui";
import { DoorClosed, DoorOpen } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useMe } from "../../../lib/me.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { nextOpen } from "../default-time.ts";
import { spanOf } from "../day-scale.ts";

/** A location without anything to book: for those who may add something, the way to it. */
export function NoResources() {
  const texts = useTexts(bookTexts);
  const { manageSpace } = useMe().permissions;
  return (
    <EmptyState
      icon={<DoorOpen />}
      title={texts.noResourcesTitle}
      action={manageSpace && <ManageLink label={texts.addResources} />}
      className="border-y py-16"
    >
      {texts.noResourcesText}
    </EmptyState>
  );
}

export function NoLocation() {
  const texts = useTexts(bookTexts);
  return (
    <EmptyState icon={<DoorOpen />} title={texts.noLocationTitle} className="py-20">
      {texts.noLocationText}
    </EmptyState>
  );
}

function ManageLink({ label }: { label: string }) {
  return (
    <Link to="/manage" className={buttonClass({ variant: "primary" })}>
      {label}
    </Link>
  );
}

type ClosedDayProps = {
  day: DayView;
  /** The timeline that had the focus gave way to this. */
  takesFocus: boolean;
  onDate: (date: LocalDate) => void;
};

/** "Closed on Sunday 29 November (Advent). Next open: Mon 09:00", with the way there. */
export function ClosedDay({ day, takesFocus, onDate }: ClosedDayProps) {
  const texts = useTexts(bookTexts);
  const format = formatIn(day.location.timeZone);
  const whole = spanOf(day);
  const next = nextOpen(day, whole.end);
  const onward = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) onward.current?.focus();
  }, [takesFocus]);
  const reason = exceptionReason(day.situation, null, day.date);
  /** As on the timeline, which gave way: a closed day is no wall on the way through the days. */
  function onKeyDown(event: KeyboardEvent) {
    const days = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
    if (days === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onDate(addDays(day.date, days));
  }
  return (
    <EmptyState
      icon={<DoorClosed />}
      title={texts.closedTitle(format.day(whole.start))}
      action={
        next && (
          <Button
            ref={onward}
            onKeyDown={onKeyDown}
            onPress={() => onDate(toLocal(next.start, day.location.timeZone).date)}
          >
            {texts.goNextOpen(format.day(next.start))}
          </Button>
        )
      }
      className="border-y py-16"
    >
      {reason && <p>{texts.closedReason(reason)}</p>}
      <p className="figures">{next ? texts.nextOpen(format.dayTime(next.start)) : texts.notOpenSoon}</p>
    </EmptyState>
  );
}

/** Whether nothing can be had on the whole day, and nothing is there that one would want to see. */
export function isClosedDay(day: DayView): boolean {
  return day.resources.every((row) => row.open.length === 0 && row.bookings.length === 0);
}
