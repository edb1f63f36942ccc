/** Never says a word: stands for a worker that hangs. */
export {};
