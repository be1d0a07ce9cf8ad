/** What a field says about a text that it can't keep. */
export type NumberWords = {
  atLeast: (number: string) => string;
  atMost: (number: string) => string;
  notANumber: (example: string) => string;
  tooManyDecimals: (most: number) => string;
  tooManyDigits: string;
  wholeNumber: string;
};

export const englishNumberWords: NumberWords = {
  atLeast: (number) => `At least ${number}.`,
  atMost: (number) => `At most ${number}.`,
  notANumber: (example) => `This can't be read as a number. Write it like ${example}.`,
  tooManyDecimals: (most) =>
    most === 1 ? "At most one digit after the point." : `At most ${most} digits after the point.`,
  tooManyDigits: "That is too large a number.",
  wholeNumber: "A whole number, please.",
};
