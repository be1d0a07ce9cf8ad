import noto from "@fontsource-variable/noto-sans/unicode.json" with { type: "json" };
import arabic from "@fontsource-variable/noto-sans-arabic/unicode.json" with { type: "json" };
import chinese from "@fontsource-variable/noto-sans-sc/unicode.json" with { type: "json" };
import emoji from "@fontsource-variable/noto-emoji/unicode.json" with { type: "json" };
import hebrew from "@fontsource-variable/noto-sans-hebrew/unicode.json" with { type: "json" };
import inter from "@fontsource-variable/inter/unicode.json" with { type: "json" };
import japanese from "@fontsource-variable/noto-sans-jp/unicode.json" with { type: "json" };
import korean from "@fontsource-variable/noto-sans-kr/unicode.json" with { type: "json" };
import thai from "@fontsource-variable/noto-sans-thai/unicode.json" with { type: "json" };

/** One file of a family, which Fontsource cuts by the ranges of Unicode (a CJK family into a hundred). */
export interface FontSlice {
  /** "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2". */
  readonly file: string;
  /** First and last code points of what it may have. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** The first that has a letter draws it. Han is drawn as in Chinese, but where kana stand beside it, as in Japanese. */
const beforeHan = [
  ...slicesOf("inter", inter),
  ...slicesOf("noto-sans", noto),
  ...slicesOf("noto-sans-hebrew", hebrew),
  ...slicesOf("noto-sans-arabic", arabic),
  ...slicesOf("noto-sans-thai", thai),
];
const [inChinese, inJapanese] = [slicesOf("noto-sans-sc", chinese), slicesOf("noto-sans-jp", japanese)];
const afterHan = [...slicesOf("noto-sans-kr", korean), ...slicesOf("noto-emoji", emoji)];

/** All slices, those first that should draw the letters of these texts. */
export function slicesFor(texts: string): readonly FontSlice[] {
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(texts);
  const han = isJapanese ? [...inJapanese, ...inChinese] : [...inChinese, ...inJapanese];
  return [...beforeHan, ...han, ...afterHan];
}

export function mayHave(slice: FontSlice, codePoint: number): boolean {
  return slice.ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function slicesOf(family: string, ranges: Readonly<Record<string, string>>): FontSlice[] {
  return Object.entries(ranges).map(([name, text]) => ({
    file: `@fontsource-variable/${family}/files/${family}-${name.replace(/[[\]]/g, "")}-wght-normal.woff2`,
    ranges: text.split(",").map(rangeOf),
  }));
}

/** "U+0460-052F" and "U+2116", as CSS writes them. */
function rangeOf(text: string): readonly [number, number] {
  const [first = "", last = first] = text.trim().replace("U+", "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
