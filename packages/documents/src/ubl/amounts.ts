import { at, type Codec, content, optional } from "../xml/codec.ts";
import type { DecimalText } from "../model/decimal-text.ts";
import { InvoiceNotReadError } from "../xml/not-read.ts";

/** An amount with the currency beside it, as every amount of UBL has it. One of another currency is refused, not taken for it. */
const amountContent: Codec<DecimalText> = {
  read: (from, wire) => {
    const value = content.read(from, wire);
    const currency = from?.getAttribute("currencyID") ?? wire.currency;
    if (value !== "" && currency !== wire.currency) {
      throw new InvoiceNotReadError("mixed_currencies", `${from?.nodeName} is in ${currency}, not in ${wire.currency}`);
    }
    return value;
  },
  write: (to, value, wire) => {
    if (value === "") return;
    content.write(to, value, wire);
    to.setAttribute("currencyID", wire.currency);
  },
};

export const amount = (name: string): Codec<DecimalText> => at(name, amountContent);
export const optionalAmount = (name: string): Codec<DecimalText | null> => optional(amount(name));

/** An amount of another currency than the document's: the tax in the currency that the tax office counts in. */
export function amountIn(currency: string): Codec<DecimalText> {
  return {
    read: (from) => amountContent.read(from, { currency }),
    write: (to, value) => amountContent.write(to, value, { currency }),
  };
}
