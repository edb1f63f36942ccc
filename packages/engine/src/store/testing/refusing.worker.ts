import type { PageMessage } from '../worker/protocol.ts';
import { PROTOCOL_VERSION } from '../worker/protocol.ts';
import { both } from './fake-engine.ts';

/** Answers every request with a refusal: stands for a worker that cannot open what was open. */
addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  if (data.type !== 'request') return;
  postMessage(
    data.name === 'configure'
      ? { type: 'answer', id: data.id, answer: { protocol: PROTOCOL_VERSION, lockHeld: false } }
      : { type: 'failure', id: data.id, problem: { code: 'test.refused', text: both('打不开', 'cannot be opened') } },
  );
});
