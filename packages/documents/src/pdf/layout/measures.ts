import type { TextStyle } from "../typesetting/paragraph.ts";

/** A4 in points (1/72 inch), and what stays free around. */
export const PAGE = { width: 595.28, height: 841.89, left: 53.6, right: 541.68, top: 51, bottom: 41 } as const;
export const WIDTH = PAGE.right - PAGE.left;

/** Where the second half of the page begins: the recipient and the totals. */
export const SECOND_COLUMN = 340;

export const INK = "#1b1a17";
const SOFT = "#63615b";
export const HAIRLINE = "#dcdad5";

/** How much a line of text takes, as a multiple of its size. */
export const LEADING = 1.34;

export const STYLES = {
  hero: { size: 23, weight: 600, color: INK },
  title: { size: 11.6, weight: 600, color: INK },
  sentence: { size: 10.2, weight: 400, color: INK },
  sentenceStrong: { size: 10.2, weight: 600, color: INK },
  body: { size: 9.2, weight: 400, color: INK },
  bodyMedium: { size: 9.2, weight: 500, color: INK },
  bodyStrong: { size: 9.2, weight: 600, color: INK },
  figure: { size: 9.2, weight: 400, color: INK, isTabular: true },
  small: { size: 7.6, weight: 400, color: SOFT },
  smallFigure: { size: 7.6, weight: 400, color: SOFT, isTabular: true },
  smallInk: { size: 7.6, weight: 400, color: INK },
  smallMedium: { size: 7.4, weight: 500, color: SOFT },
  smallStrong: { size: 7.6, weight: 600, color: INK },
  total: { size: 11.6, weight: 600, color: INK, isTabular: true },
  fine: { size: 7, weight: 400, color: SOFT },
  mark: { size: 150, weight: 600, color: "#f3f2ef" },
} as const satisfies Readonly<Record<string, TextStyle>>;
