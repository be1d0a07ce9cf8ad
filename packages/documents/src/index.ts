export { decimalOf } from "./decimal.ts";
