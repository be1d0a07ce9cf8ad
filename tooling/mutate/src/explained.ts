/** A mistake that no test can find, since the code does the same with it, or that none has to; and why. */
export interface Explained {
  readonly file: string;
  /** The line as it stands, or its beginning. */
  readonly line: string;
  /** What Stryker calls the mistake, or its beginning; all of the line's when left out. */
  readonly mistake?: string;
  readonly why: string;
}

/** What the types ask for and the code before has made sure of. */
export const NEVER_ABSENT = "It is there whenever this is reached; the types don't know.";
