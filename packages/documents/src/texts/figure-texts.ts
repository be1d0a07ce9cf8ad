import type { FindingData } from "../rules/rule.ts";

const tooFine = (what: string): string => `${what} is no amount, or has more than two digits after the point.`;

/** What must be there of the totals, and add up. */
export const figureTexts = {
  "BR-12": "The total of the lines is missing.",
  "BR-13": "The total without tax is missing.",
  "BR-14": "The total with tax is missing.",
  "BR-15": "The amount due is missing.",
  "BR-45": "The tax breakdown lacks the amount that is taxed.",
  "BR-46": "The tax breakdown lacks the tax.",
  "BR-47": "The tax breakdown lacks the kind of tax.",
  "BR-48": "The tax breakdown lacks the rate.",
  "BR-CO-10": ({ expected, actual }: FindingData) => `The lines add up to ${expected}, but the invoice says ${actual}.`,
  "BR-CO-11": ({ expected, actual }: FindingData) =>
    `The allowances add up to ${expected}, but the invoice says ${actual}.`,
  "BR-CO-12": ({ expected, actual }: FindingData) =>
    `The charges add up to ${expected}, but the invoice says ${actual}.`,
  "BR-CO-13": ({ expected, actual }: FindingData) => `The total without tax should be ${expected}, but is ${actual}.`,
  "BR-CO-14": ({ expected, actual }: FindingData) => `The taxes add up to ${expected}, but the invoice says ${actual}.`,
  "BR-CO-15": ({ expected, actual }: FindingData) => `The total with tax should be ${expected}, but is ${actual}.`,
  "BR-CO-16": ({ expected, actual }: FindingData) => `The amount due should be ${expected}, but is ${actual}.`,
  "BR-CO-17": ({ rate, expected, actual }: FindingData) =>
    `The tax at ${rate ?? "0"}% should be ${expected}, but is ${actual}.`,
  "BR-CO-18": "The invoice has no tax breakdown.",
  "BR-DEC-01": tooFine("An allowance"),
  "BR-DEC-02": tooFine("What an allowance is taken from"),
  "BR-DEC-05": tooFine("A charge"),
  "BR-DEC-06": tooFine("What a charge is taken from"),
  "BR-DEC-09": tooFine("The total of the lines"),
  "BR-DEC-10": tooFine("The total of the allowances"),
  "BR-DEC-11": tooFine("The total of the charges"),
  "BR-DEC-12": tooFine("The total without tax"),
  "BR-DEC-13": tooFine("The total tax"),
  "BR-DEC-14": tooFine("The total with tax"),
  "BR-DEC-15": tooFine("The tax in the tax office's currency"),
  "BR-DEC-16": tooFine("What is paid already"),
  "BR-DEC-17": tooFine("The rounding"),
  "BR-DEC-18": tooFine("The amount due"),
  "BR-DEC-19": tooFine("An amount that is taxed"),
  "BR-DEC-20": tooFine("A tax"),
  "BR-DEC-23": tooFine("The line's amount"),
  "BR-DEC-24": tooFine("An allowance"),
  "BR-DEC-25": tooFine("What an allowance is taken from"),
  "BR-DEC-27": tooFine("A charge"),
  "BR-DEC-28": tooFine("What a charge is taken from"),
};
