import type { EventEmitter } from "node:events";
import type pg from "pg";

/** A column of a result as PostgreSQL announces it. */
interface Field {
  readonly name: string;
  readonly typeId: number;
}

export interface Description {
  /** The types of $1, $2, … */
  readonly parameterIds: readonly number[];
  readonly fields: readonly Field[];
}

/** What of the protocol's messages matters here: `pg` parses them and has no name for this exchange. */
interface Messages extends EventEmitter {
  parse(message: { name: string; text: string; types: [] }): void;
  describe(message: { type: "S"; name: string }): void;
  sync(): void;
  on(event: "parameterDescription", listen: (message: { dataTypeIDs: number[] }) => void): this;
}

/**
 * Has PostgreSQL parse a statement and describe it, without running it: Parse, Describe and Sync of its protocol, with
 * the unnamed statement. Rejects with PostgreSQL's error for a statement that does not make sense.
 */
export function describe(client: pg.ClientBase, text: string): Promise<Description> {
  return new Promise((resolve, reject) => client.query(new Describing(text, resolve, reject)));
}

/** A query of `pg` that parses and describes where others bind and run. */
class Describing {
  readonly #text: string;
  readonly #resolve: (description: Description) => void;
  readonly #reject: (error: Error) => void;
  #parameterIds: number[] = [];
  #fields: Field[] = [];
  #stop: () => void = () => {};

  constructor(text: string, resolve: (description: Description) => void, reject: (error: Error) => void) {
    this.#text = text;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    const messages = connection as unknown as Messages;
    const listen = ({ dataTypeIDs }: { dataTypeIDs: number[] }) => (this.#parameterIds = dataTypeIDs);
    messages.on("parameterDescription", listen);
    this.#stop = () => messages.off("parameterDescription", listen);
    messages.parse({ name: "", text: this.#text, types: [] });
    messages.describe({ type: "S", name: "" });
    messages.sync();
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#fields = fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID }));
  }

  handleError(error: Error): void {
    this.#stop();
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#stop();
    this.#resolve({ parameterIds: this.#parameterIds, fields: this.#fields });
  }

  handleParseComplete(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}
