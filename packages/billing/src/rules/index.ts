export { addMonths, daysBetween } from "./days.ts";
