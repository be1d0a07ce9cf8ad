/** What the files of a cluster are bound to: the operating system and the processor's kind. */
export const PLATFORM = `${process.platform}-${process.arch}`;
