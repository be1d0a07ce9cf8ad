import type { Purse } from "@working-social/db";
import type { Budget } from "@working-social/kernel";

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
const MONTH = 30 * DAY;

/** What is counted: tries of a password, of a code from the mail, of a code from the app; and mails that are asked for. */
export type Tried = "password" | "code" | "factor" | "mail";

/** Who tries, as far as one can know before they are in. */
export interface Trier {
  /** The account's e-mail address, in lower case. */
  readonly address: string;
  readonly network: string;
  /** A browser that signed in to this account before, or is signed in to it. */
  readonly browserId: string | null;
}

/** Somebody who mistypes, for one account from one network or one known browser. */
const GUESSES: Budget = [
  { points: 10, perSeconds: 15 * MINUTE },
  { points: 30, perSeconds: DAY },
  { points: 100, perSeconds: MONTH },
];

/** All strangers together, for one account. Six digits are found by three hundred guesses in one of three thousand accounts. */
const GUESSES_OF_STRANGERS: Budget = [
  { points: 40, perSeconds: HOUR },
  { points: 100, perSeconds: DAY },
  { points: 300, perSeconds: MONTH },
];

/** All accounts together, from one network, which a whole space may share: few tries at each of many accounts. */
const GUESSES_FROM_NETWORK: Budget = [
  { points: 300, perSeconds: HOUR },
  { points: 1_000, perSeconds: DAY },
];

const MAILS: Budget = [
  { points: 6, perSeconds: 10 * MINUTE },
  { points: 20, perSeconds: DAY },
];

const MAILS_FOR_STRANGERS: Budget = [
  { points: 20, perSeconds: HOUR },
  { points: 60, perSeconds: DAY },
];

/** A whole space asks for its codes on a Monday morning; nobody writes to all members of all spaces. */
const MAILS_FROM_NETWORK: Budget = [
  { points: 200, perSeconds: HOUR },
  { points: 600, perSeconds: DAY },
];

export interface Purses {
  /** Of this account and network, or of this known browser: a success fills it again. */
  readonly own: Purse;
  /** Shared with others: a success only takes back its own try. A known browser shares none. */
  readonly shared: readonly Purse[];
}

/** What a try is paid from, the same for addresses that are somebody's and that are nobody's. */
export function pursesOf(tried: Tried, { address, network, browserId }: Trier): Purses {
  const isMail = tried === "mail";
  const budget = isMail ? MAILS : GUESSES;
  if (browserId !== null)
    return { own: { name: `${tried}-of-browser`, key: `${address} ${browserId}`, budget }, shared: [] };
  const strangers: Purse = {
    name: `${tried}-of-strangers`,
    key: address,
    budget: isMail ? MAILS_FOR_STRANGERS : GUESSES_OF_STRANGERS,
  };
  const fromNetwork: Purse = {
    name: `${tried}-from-network`,
    key: network,
    budget: isMail ? MAILS_FROM_NETWORK : GUESSES_FROM_NETWORK,
  };
  return {
    own: { name: `${tried}-of-stranger`, key: `${address} ${network}`, budget },
    shared: [strangers, fromNetwork],
  };
}
