export { importEvents, type ImportEvent } from "./events.ts";
export { importBookings, type ImportReport, type ImportRequest } from "./import-bookings.ts";
