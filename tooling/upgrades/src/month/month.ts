import { BOOKINGS } from "./bookings.ts";
import { CALENDARS } from "./calendars.ts";
import { CREDITS } from "./credits.ts";
import { JOBS } from "./jobs.ts";
import { PEOPLE } from "./people.ts";
import { PRINTS } from "./prints.ts";
import { SIGN_INS } from "./sign-ins.ts";
import { SPACE } from "./space.ts";
import type { Step } from "./timeline.ts";

/** November 2026 in the demo space. A new domain tells its month in a file of its own, and is named here. */
export const MONTH: readonly Step[] = [
  ...SPACE,
  ...PEOPLE,
  ...CREDITS,
  ...BOOKINGS,
  ...PRINTS,
  ...CALENDARS,
  ...SIGN_INS,
  ...JOBS,
];
