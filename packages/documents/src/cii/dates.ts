import type { DateText } from "../model/decimal-text.ts";
import { at, type Codec, content, optional } from "../xml/codec.ts";

/** UNTDID 2379: a day as 20261201. It is the only format that EN 16931 knows. */
const DAY = "102";
const WRITTEN_DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;

const day: Codec<DateText> = {
  // What is no day stays as it is, for the rules to speak of.
  read: (from, wire) => content.read(from, wire).replace(WRITTEN_DAY, "$1-$2-$3"),
  write: (to, value, wire) => {
    content.write(to, value.replaceAll("-", ""), wire);
    to.setAttribute("format", DAY);
  },
};

/** In an element of a name, as DateTimeString of a namespace: "udt" nearly everywhere. */
export const date = (name: string, string = "udt:DateTimeString"): Codec<DateText> => at(name, at(string, day));
export const optionalDate = (name: string, string?: string): Codec<DateText | null> => optional(date(name, string));
