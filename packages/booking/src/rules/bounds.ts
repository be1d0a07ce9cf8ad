/** Limits of every space, with no rule behind them: beyond these, a typing mistake is likelier than a wish. */
export const LONGEST_MINUTES = 31 * 1440;
export const FURTHEST_DAYS = 730;
export const DEFAULT_HOLD_MINUTES = 10;
