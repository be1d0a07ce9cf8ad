/** Of the job that goes on with billing runs: it is queued by a reaction, too. */
export const CONTINUE_RUNS = "billing.continue-runs";
