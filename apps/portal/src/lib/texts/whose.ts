/** Whose booking or credits a sentence is about: null, the reader's own; else somebody's by name, for staff who act for them. */
export type Whose = string | null;

/** "your credits", "Ana Ferreira’s credits" */
export const your = (whose: Whose) => (whose === null ? "your" : `${whose}’s`);
/** "you pay", "Ana Ferreira pays": `verb` as it is said of you and of anybody else. */
export const you = (whose: Whose, verb: string, ofOthers: string) =>
  whose === null ? `you ${verb}` : `${whose} ${ofOthers}`;

/** The same at the beginning of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
