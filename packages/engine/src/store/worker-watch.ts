import { webLocks } from './web-locks.ts';
import { workerDidNotStart, workerFailed, type WorkerChannel } from './worker-channel.ts';

export interface WatchLimits {
  /** How long a worker may take to say its first word. Default: 30 seconds. */
  readonly startSeconds?: number;
  /** How long a worker may keep silent while somebody waits for it. Default: 120 seconds. */
  readonly silenceSeconds?: number;
}

/** Browsers tell nobody that a worker has died: finds out, and ends the channel. */
export class WorkerWatch {
  readonly #channel: WorkerChannel;
  readonly #startMs: number;
  readonly #silenceMs: number;
  readonly #started = Date.now();
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #lockWait = new AbortController();
  #pinged = false;

  constructor(channel: WorkerChannel, limits: WatchLimits) {
    this.#channel = channel;
    this.#startMs = (limits.startSeconds ?? 30) * 1000;
    this.#silenceMs = (limits.silenceSeconds ?? 120) * 1000;
    this.#timer = setInterval(() => this.#look(), Math.min(2000, this.#startMs / 4, this.#silenceMs / 4));
  }

  /** Waits for the lock that the worker holds: getting it means that the worker is gone. */
  waitForLock(name: string): void {
    webLocks()
      ?.request(name, { signal: this.#lockWait.signal }, async () => this.#channel.lose(workerFailed('')))
      .catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#lockWait.abort();
  }

  #look(): void {
    if (this.#channel.ended) return this.stop();
    if (!this.#channel.heard) {
      if (Date.now() - this.#started > this.#startMs)
        this.#channel.lose(workerDidNotStart(`${this.#startMs / 1000} s`));
      return;
    }
    if (!this.#channel.waiting) return;
    const silence = Date.now() - this.#channel.lastHeard;
    if (silence > this.#silenceMs) this.#channel.lose(workerFailed(`${Math.round(silence / 1000)} s`));
    else if (silence > this.#silenceMs / 2 && !this.#pinged) void this.#ping();
  }

  async #ping(): Promise<void> {
    this.#pinged = true;
    try {
      await this.#channel.request('ping', null);
    } catch {
      // The channel has ended, and has said so.
    } finally {
      this.#pinged = false;
    }
  }
}
