import type { Options } from "./options.ts";
import type { Progress } from "./progress.ts";
import type { ApiProcess } from "./api-process.ts";
import type { Space } from "./space.ts";
import type { Stage } from "./stage.ts";
import type { Timing } from "./statistics.ts";
import { medianTiming } from "./statistics.ts";

/** What every measurement receives. */
export interface Bench {
  readonly options: Options;
  readonly progress: Progress;
  readonly stage: Stage;
  readonly space: Space;
  /** The server under load. */
  readonly api: ApiProcess;
  /** The same server, started to record what it sends to the database. */
  readonly recorder: ApiProcess;
}

/**
 * Lets product and floor take turns, each warmed up first, so that both meet the same noise of the machine; the medians
 * over the rounds, and the median of the ratios within one round.
 */
export async function takeTurns(
  { options, progress }: Bench,
  what: string,
  product: Round,
  floor: Round,
): Promise<{ product: Timing; floor: Timing; ratio: number }> {
  const warmUp = options.roundSeconds / 2;
  await progress.step(`${what}: warming up`, async () => {
    await product(warmUp);
    await floor(warmUp);
  });
  const rounds: { product: Timing; floor: Timing }[] = [];
  for (let n = 1; n <= options.rounds; n++) {
    await progress.step(`${what}: round ${n} of ${options.rounds}`, async () => {
      rounds.push({ product: await product(options.roundSeconds), floor: await floor(options.roundSeconds) });
    });
  }
  const medians = {
    product: medianTiming(rounds.map((round) => round.product)),
    floor: medianTiming(rounds.map((round) => round.floor)),
  };
  const ratios = rounds.map((round) => round.product.ratePerSecond / round.floor.ratePerSecond).sort((a, b) => a - b);
  return { ...medians, ratio: ratios[Math.floor((ratios.length - 1) / 2)] ?? Number.NaN };
}

type Round = (seconds: number) => Promise<Timing>;
