import { serverRefusal } from "./trpc/refusals.ts";

/** As many tabs as nobody has; a browser keeps each stream on a connection of its own. */
const MOST_OF_A_SESSION = 20;
/** Nor does anybody have so many browsers: whoever signs in again and again takes no more of the process for it. */
const MOST_OF_A_PERSON = 60;
const RETRY_AFTER_SECONDS = 60;

interface StreamOwner {
  readonly token: string;
  readonly userId: string;
}

/** The streams that this process serves: counted, and looked at again when somebody's access may have ended. */
export interface Streams {
  readonly count: number;
  /**
   * Adds one; `lookAgain` is called whenever its session may be over. Returns how to take it out again. Throws
   * too_many_requests when the session, the person or the process has as many as it may.
   */
  add(owner: StreamOwner, lookAgain: () => void): () => void;
  /** Somebody's access may have ended; null: anybody's, since a message may have been missed. */
  accessChanged(userId: string | null): void;
}

export function openStreams(mostOfProcess: number): Streams {
  const streams = new Set<StreamOwner & { lookAgain: () => void }>();
  return {
    get count() {
      return streams.size;
    },
    add({ token, userId }, lookAgain) {
      const ofPerson = [...streams].filter((stream) => stream.userId === userId);
      const ofSession = ofPerson.filter((stream) => stream.token === token);
      const isFull = streams.size >= mostOfProcess || ofPerson.length >= MOST_OF_A_PERSON;
      if (isFull || ofSession.length >= MOST_OF_A_SESSION)
        throw serverRefusal("too_many", { code: "too_many_requests", retryAfterSeconds: RETRY_AFTER_SECONDS });
      const stream = { token, userId, lookAgain };
      streams.add(stream);
      return () => void streams.delete(stream);
    },
    accessChanged(userId) {
      for (const stream of streams) if (userId === null || stream.userId === userId) stream.lookAgain();
    },
  };
}
