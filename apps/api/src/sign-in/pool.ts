import pg from "pg";

type QueryConfig = { text: string; values: readonly unknown[]; types: pg.CustomTypesConfig };

/**
 * better-auth wants dates as Date, and our pools read them as milliseconds: the same connections, with pg's own reading
 * for better-auth's statements.
 */
export function poolForBetterAuth(pool: pg.Pool) {
  const types = { getTypeParser: pg.types.getTypeParser } as pg.CustomTypesConfig;
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (text: string, values: readonly unknown[] = []) =>
          client.query({ text, values, types } as QueryConfig as pg.QueryConfig),
        release: () => client.release(),
      };
    },
    end: () => Promise.resolve(),
  };
}
