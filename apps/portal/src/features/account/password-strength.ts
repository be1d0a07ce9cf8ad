import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** From 0, among the first that anybody would try, to 4; `own` are words that a guesser would know: name, address. */
export function strengthOf(password: string, own: readonly string[]): 0 | 1 | 2 | 3 | 4 {
  return estimator.check(password, [...own, "working social"]).score;
}
