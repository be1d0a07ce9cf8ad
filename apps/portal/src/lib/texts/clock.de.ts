import { hourCycle } from "../locale.ts";

/** "14:00 Uhr" in a sentence; "2:00 PM" stays as it is. The time may stand at the end of more: "Do., 14:00 Uhr". */
export const uhr = (time: string) => (hourCycle === "h23" ? `${time}\u00A0Uhr` : time);
