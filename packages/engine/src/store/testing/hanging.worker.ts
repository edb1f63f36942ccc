import { EMPTY_WORKER_STATUS } from '../workspace-status.ts';

/** Says one word and never answers: stands for a worker that hangs in the middle of its work. */
postMessage({ type: 'status', status: EMPTY_WORKER_STATUS });
