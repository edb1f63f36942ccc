import type { WorkspaceStatus } from '@kaoheng/engine/live';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspacePort } from './workspace-port.ts';

interface WorkspaceHost extends ReactiveControllerHost {
  readonly workspace: WorkspacePort | null;
}

/** Updates its host with every change of the workspace's status. */
export class WorkspaceController implements ReactiveController {
  readonly #host: WorkspaceHost;
  #followed: WorkspacePort | null = null;
  #stop: (() => void) | null = null;
  #connected = false;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    host.addController(this);
  }

  get status(): WorkspaceStatus | null {
    return this.#host.workspace?.status ?? null;
  }

  hostConnected(): void {
    this.#connected = true;
    this.#follow(this.#host.workspace);
  }

  hostUpdate(): void {
    if (this.#connected) this.#follow(this.#host.workspace);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#follow(null);
  }

  #follow(workspace: WorkspacePort | null): void {
    if (workspace === this.#followed) return;
    this.#stop?.();
    this.#followed = workspace;
    this.#stop = workspace?.onStatus(() => this.#host.requestUpdate()) ?? null;
  }
}
