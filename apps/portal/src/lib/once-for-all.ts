/** Changes come in bursts (a move frees one slot and takes another): one refresh for each burst. */
const burstMs = 150;
/** How long the stream may take to tell of one's own change; without it the page refreshes by itself. */
const echoMs = 500;

export interface Refresher {
  /** The stream told of a change, by anybody. */
  heard(): void;
  /** A change of one's own is done: the stream tells of it as well, before its answer or after. */
  changed(): void;
  /** Whether the stream stands, so that it will tell. */
  setStanding(isStanding: boolean): void;
}

interface Wish {
  refresh: () => void;
  /** A change of one's own is under way: its end refreshes anyway. */
  isBusy: () => boolean;
}

/**
 * Makes one refresh of what a change of one's own asks for and of what the stream tells about the same change, in whichever
 * order they come. What it can't tell apart is refreshed once more, never once less.
 */
export function onceForAll({ refresh, isBusy }: Wish): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeard = false;
  let isStanding = false;

  function run() {
    clearTimeout(timer);
    isHeard = false;
    refresh();
  }
  function plan(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => (isBusy() ? plan(burstMs) : run()), ms);
  }
  return {
    heard() {
      isHeard = true;
      plan(burstMs);
    },
    changed() {
      if (isHeard || !isStanding) run();
      else plan(echoMs);
    },
    setStanding(isNow) {
      isStanding = isNow;
    },
  };
}
