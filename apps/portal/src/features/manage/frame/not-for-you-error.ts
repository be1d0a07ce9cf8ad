/** Thrown before a page of another role is loaded, so that nothing is asked for that would be refused. */
export class NotForYouError extends Error {
  override readonly name = "NotForYouError";
}
