import { currencyExponent } from "@working-social/kernel";

/** An amount in the smallest unit as documents write it, exact, with the point and the digits of its currency: 1250 of USD is "12.50". */
export function decimalOf(minor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  return `${minor < 0 ? "-" : ""}${whole}${exponent > 0 ? "." : ""}${digits.slice(whole.length)}`;
}
