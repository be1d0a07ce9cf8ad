/** Files with statements that are not proved yet. It only gets shorter. */
export const WAITING: readonly string[] = [];
