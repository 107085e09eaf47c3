/** What other people's code gives, or why there is nothing. */
export type Answer<Value> = { readonly value: Value } | { readonly reason: string; readonly error?: unknown };

/** How long it may take, in milliseconds. */
const patience = 30_000;

/**
 * Runs other people's code. However it ends, with a promise that nobody keeps, an exit of the process or anything
 * thrown, the command goes on and can say so. One call at a time.
 */
export function guarded<Value>(work: () => Value | Promise<Value>, limit = patience): Promise<Answer<Value>> {
  return new Promise((resolve) => {
    const exit = process.exit.bind(process);
    const timer = setTimeout(() => {
      end({ reason: `it did not finish within ${limit / 1000} seconds` });
    }, limit);
    // Nothing but that code keeps the process running: without anything left to do, it waits for ever.
    timer.unref();
    process.once("beforeExit", stall).once("uncaughtException", fail).once("unhandledRejection", fail);
    process.exit = refuseExit;
    run().then((value) => {
      end({ value });
    }, fail);

    async function run(): Promise<Value> {
      return work();
    }

    function stall(): void {
      end({ reason: "it waits for a promise that never settles" });
    }

    function fail(error: unknown): void {
      end({ reason: reasonOf(error), error });
    }

    function end(answer: Answer<Value>): void {
      clearTimeout(timer);
      process.exit = exit;
      process.off("beforeExit", stall).off("uncaughtException", fail).off("unhandledRejection", fail);
      resolve(answer);
    }
  });
}

/** Runs other people's code that gives no promise. */
export function guardedNow<Value>(work: () => Value): Answer<Value> {
  const exit = process.exit.bind(process);
  process.exit = refuseExit;
  try {
    return { value: work() };
  } catch (error) {
    return { reason: reasonOf(error), error };
  } finally {
    process.exit = exit;
  }
}

function refuseExit(): never {
  throw new Error("it exits the process");
}

/** What is thrown can be anything, such as an object that throws when it is looked at. */
function reasonOf(error: unknown): string {
  try {
    const said = error instanceof Error ? error.message : `it throws ${String(error)}`;
    return said.split("\n")[0]?.trim().slice(0, 300) || "it throws an error without a message";
  } catch {
    return "it throws an object that cannot be printed";
  }
}
