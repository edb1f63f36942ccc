import { problemOf } from '../workspace-error.ts';
import type { Answers } from './answers.ts';
import type { PageMessage, RequestMessage, WorkerMessage } from './protocol.ts';
import type { Run } from './run.ts';

/** The worker's side of the channel, as little of it as is needed: a worker's scope or a message port. */
export interface MessageChannelEnd {
  postMessage(message: WorkerMessage, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageMessage>) => void): void;
}

/** Takes requests from the page and sends back exactly one answer or failure for each. */
export function serveMessages(channel: MessageChannelEnd, answers: Answers): void {
  const running = new Map<number, AbortController>();
  const send = (message: WorkerMessage, transfer: Transferable[] = []): void => channel.postMessage(message, transfer);

  const answer = async (message: RequestMessage): Promise<void> => {
    const controller = new AbortController();
    running.set(message.id, controller);
    const run: Run = {
      signal: controller.signal,
      progress: (progress) => send({ type: 'progress', id: message.id, progress }),
    };
    try {
      const result = await dispatch(answers, message, run);
      send(
        { type: 'answer', id: message.id, answer: result },
        result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [],
      );
    } catch (error) {
      send({ type: 'failure', id: message.id, problem: problemOf(error) });
    } finally {
      running.delete(message.id);
    }
  };

  channel.addEventListener('message', ({ data }) => {
    if (data.type === 'cancel') running.get(data.id)?.abort();
    else void answer(data);
  });
}

async function dispatch(answers: Answers, { name, ask }: RequestMessage, run: Run): Promise<unknown> {
  const answer = answers[name] as ((ask: unknown, run: Run) => unknown) | undefined;
  if (!answer) throw new Error(`unknown request ${name}`);
  return answer(ask, run);
}
