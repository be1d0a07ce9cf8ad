/** Waits until the condition holds; throws after `patienceMs`. */
export async function until(condition: () => boolean | Promise<boolean>, patienceMs = 5_000): Promise<void> {
  for (const deadline = performance.now() + patienceMs; !(await condition());) {
    if (performance.now() > deadline) throw new Error(`Not within ${patienceMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
