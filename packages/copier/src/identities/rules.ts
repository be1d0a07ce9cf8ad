import type { Budget } from "@working-social/kernel";

const DAY_SECONDS = 86_400;

/**
 * Wrong PINs at one copier. With a hundred members one in ten thousand PINs is somebody's: a guesser would need months,
 * while a room full of people may mistype.
 */
export const WRONG_PINS: Budget = [
  { points: 8, perSeconds: 300 },
  { points: 40, perSeconds: DAY_SECONDS },
  { points: 200, perSeconds: 30 * DAY_SECONDS },
];
