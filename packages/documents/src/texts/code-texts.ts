import type { FindingData } from "../rules/rule.ts";

/** What is of no list that it should be from. */
export const codeTexts = {
  "BR-CL-01": ({ value }: FindingData) => `There is no kind of document ${value}.`,
  "BR-CL-04": ({ value }: FindingData) => `There is no currency ${value}.`,
  "BR-CL-05": ({ value }: FindingData) => `There is no currency ${value} to count the tax in.`,
  "BR-CL-06": ({ value }: FindingData) => `There is no rule ${value} for when tax is owed.`,
  "BR-CL-07": ({ value }: FindingData) => `There is no kind of reference ${value}.`,
  "BR-CL-08": ({ value }: FindingData) => `There is no subject ${value} of a note.`,
  "BR-CL-10": ({ value }: FindingData) => `There is no register ${value} that an id could be from.`,
  "BR-CL-11": ({ value }: FindingData) => `There is no register ${value} that a registration could be from.`,
  "BR-CL-13": ({ value }: FindingData) => `There is no classification ${value}.`,
  "BR-CL-14": ({ value }: FindingData) => `There is no country ${value}.`,
  "BR-CL-15": ({ value }: FindingData) => `There is no country of origin ${value}.`,
  "BR-CL-16": ({ value }: FindingData) => `There is no means of payment ${value}.`,
  "BR-CL-17": ({ value }: FindingData) => `There is no kind of tax ${value}.`,
  "BR-CL-18": ({ value }: FindingData) => `There is no kind of tax ${value}.`,
  "BR-CL-19": ({ value }: FindingData) => `There is no reason ${value} for an allowance.`,
  "BR-CL-20": ({ value }: FindingData) => `There is no reason ${value} for a charge.`,
  "BR-CL-21": ({ value }: FindingData) => `There is no standard ${value} that an item's number could be from.`,
  "BR-CL-22": ({ value }: FindingData) => `There is no reason ${value} for no tax.`,
  "BR-CL-23": ({ value }: FindingData) => `There is no unit ${value}.`,
  "BR-CL-24": ({ value }: FindingData) => `A file of the kind ${value} can't be attached to an electronic invoice.`,
  "BR-CL-25": ({ value }: FindingData) => `There is no kind of electronic address ${value}.`,
  "BR-CL-26": ({ value }: FindingData) => `There is no register ${value} that a place of delivery could be from.`,
};
