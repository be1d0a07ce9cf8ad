export { importEvents, type ImportEvent } from "./events.ts";
export { importBookings, type ImportReport, type ImportRequest } from "./commands/import-bookings.ts";
