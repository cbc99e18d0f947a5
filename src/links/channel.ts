/** Values from whoever pushes to whoever iterates, in order, without loss. */
export interface Channel<Value> extends AsyncIterable<Value> {
  push(value: Value): void;
  /** The iteration ends after what was pushed; with a fault, it throws it then. */
  end(fault?: unknown): void;
}

export function createChannel<Value>(): Channel<Value> {
  let values: Value[] = [];
  let ended = false;
  let fault: unknown;
  let wake = () => {};
  return {
    push(value) {
      values.push(value);
      wake();
    },
    end(reason) {
      if (ended) return;
      ended = true;
      fault = reason;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const ready = values;
        values = [];
        yield* ready;
        if (values.length > 0) continue;
        if (ended) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (fault !== undefined) throw fault;
    },
  };
}
