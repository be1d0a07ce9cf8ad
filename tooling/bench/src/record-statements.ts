import pg from "pg";

// Loaded into a server before anything else (node --import): tells the bench every statement as the server sends it, so
// that the floor runs exactly these.

export interface Statement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown;
const client = pg.Client.prototype as unknown as { query: Query };
const { query } = client;

client.query = function (config, ...rest) {
  process.send?.(statementOf(config, rest[0]));
  return query.call(this, config, ...rest);
};

function statementOf(config: unknown, values: unknown): Statement {
  if (typeof config === "string") return { name: undefined, text: config, values: Array.isArray(values) ? values : [] };
  const { name, text, values: own } = config as { name?: string; text: string; values?: unknown[] };
  const given = own ?? values;
  return { name, text, values: Array.isArray(given) ? given : [] };
}
