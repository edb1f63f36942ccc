import type { KeepStatus } from '@kaoheng/engine/live';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KeeperPort } from './keeper-port.ts';

interface KeeperHost extends ReactiveControllerHost {
  readonly keeper: KeeperPort | null;
}

/** Updates its host with every change of how the workspace is kept. */
export class KeeperController implements ReactiveController {
  readonly #host: KeeperHost;
  readonly #changed: (() => void) | null;
  #followed: KeeperPort | null = null;
  #stop: (() => void) | null = null;
  #connected = false;

  /** `changed` is called besides. */
  constructor(host: KeeperHost, changed: (() => void) | null = null) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get status(): KeepStatus | null {
    return this.#host.keeper?.status ?? null;
  }

  hostConnected(): void {
    this.#connected = true;
    this.#follow(this.#host.keeper);
  }

  hostUpdate(): void {
    if (this.#connected) this.#follow(this.#host.keeper);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#follow(null);
  }

  #follow(keeper: KeeperPort | null): void {
    if (keeper === this.#followed) return;
    this.#stop?.();
    this.#followed = keeper;
    this.#stop =
      keeper?.onChange(() => {
        this.#changed?.();
        this.#host.requestUpdate();
      }) ?? null;
  }
}
