// The browser-safe entry: inputs, views and the refusals that screens put into words.
export * from "./availability/schema.ts";
export * from "./booking-rules/schema.ts";
export * from "./bookings/schema.ts";
export * from "./cancellation/schema.ts";
export type { BookingCommandRefusal } from "./errors.ts";
export * from "./floors/schema.ts";
export * from "./locations/schema.ts";
export * from "./rates/schema.ts";
export * from "./resources/schema.ts";
export * from "./rules/quote-view.ts";
export * from "./rules/refusals.ts";
export * from "./shared.ts";
