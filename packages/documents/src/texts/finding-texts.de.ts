import { germanCategoryTexts } from "./category-texts.de.ts";
import { germanCodeTexts } from "./code-texts.de.ts";
import { germanFigureTexts } from "./figure-texts.de.ts";
import type { FindingWords } from "./finding-texts.ts";
import { germanProfileTexts } from "./profile-texts.de.ts";
import { germanTermTexts } from "./term-texts.de.ts";

export const germanFindingWords: FindingWords = {
  rules: { ...germanTermTexts, ...germanFigureTexts, ...germanCodeTexts, ...germanProfileTexts },
  ...germanCategoryTexts,
  onLine: (line, sentence) => `Position ${line}: ${sentence}`,
};
