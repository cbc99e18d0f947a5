import type { Dispatcher } from 'undici';

/** The head of an answer. */
export interface Head {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
}

/** Takes in the body of an answer as it comes over the wire. */
export interface BodyTaker {
  write(piece: Buffer): void;
  /**
   * Nothing comes any more.
   *
   * @param whole whether that was all
   * @returns what is waited for until all that came is taken in, where that takes time
   */
  end(whole: boolean): Promise<void> | undefined;
}

/** What the taker of a body can do about its coming. */
export interface Flow {
  pause(): void;
  resume(): void;
  /** No more is wanted: the taker is not given any. */
  letGo(): void;
}

/** Looks at a head and says who takes the body. */
export type OnHead = (head: Head, flow: Flow) => BodyTaker;

/** Bytes on the wire that are read to keep a connection instead of closing it. */
const worthKeeping = 128 * 1024;
/** Milliseconds that this may take. */
const patience = 500;

/**
 * Receives one answer straight from undici's parser: its `request` makes a stream of each body, which costs more than all
 * the rest of an exchange. Once the body's taker has enough, what is left is read on where that is little and comes
 * soon, which keeps the connection, and broken off otherwise.
 */
export class Reception implements Dispatcher.DispatchHandler, Flow {
  /** Rejects for faults before the head; what breaks off after it is cut. */
  readonly over: Promise<void>;
  readonly #onHead: OnHead;
  #resolve!: () => void;
  #reject!: (fault: Error) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #taker: BodyTaker | undefined;
  #isWanted = true;
  #announced = 0;
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(onHead: OnHead) {
    this.#onHead = onHead;
    this.over = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
  }

  onResponseStart(_: unknown, status: number, headers: Head['headers']): void {
    if (status < 200) return;
    this.#announced = Number(headers['content-length']) || 0;
    this.#taker = this.#onHead({ status, headers }, this);
  }

  onResponseData(_: unknown, piece: Buffer): void {
    this.#bytes += piece.length;
    if (this.#isWanted) this.#taker?.write(piece);
    else if (this.#bytes > worthKeeping) this.#breakOff();
  }

  onResponseEnd(): void {
    this.#end(true);
  }

  onResponseError(_: unknown, fault: Error): void {
    if (this.#taker || !this.#isWanted) this.#end(false);
    else this.#reject(fault);
  }

  pause(): void {
    this.#controller?.pause();
  }

  resume(): void {
    this.#controller?.resume();
  }

  letGo(): void {
    if (!this.#isWanted) return;
    this.#isWanted = false;
    this.resume();
    if (Math.max(this.#announced, this.#bytes) > worthKeeping) this.#breakOff();
    else this.#timer = setTimeout(() => this.#breakOff(), patience);
  }

  /** Ends the exchange where it is under way; false where it has not reached its connection yet. */
  abort(reason: Error): boolean {
    this.#controller?.abort(reason);
    return this.#controller !== undefined;
  }

  #breakOff(): void {
    this.abort(new Error('no more is wanted'));
  }

  #end(whole: boolean): void {
    clearTimeout(this.#timer);
    const last = this.#taker?.end(whole && this.#isWanted);
    if (last) void last.then(this.#resolve);
    else this.#resolve();
  }
}
