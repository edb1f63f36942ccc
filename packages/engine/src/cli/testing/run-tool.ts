import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { main } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** What a call of the tool left behind. */
export interface ToolRun {
  readonly code: number;
  readonly out: string;
  /** Lines of standard error. */
  readonly messages: readonly string[];
}

/** Calls the tool in this process, in English unless the arguments or the environment say otherwise. */
export async function runTool(
  argv: readonly string[],
  environment: Terminal['environment'] = { LANG: 'en_GB.UTF-8' },
): Promise<ToolRun> {
  let out = '';
  const messages: string[] = [];
  const terminal: Terminal = {
    environment,
    write: async (text) => void (out += text),
    warn: (line) => void messages.push(line),
  };
  const code = await main(argv, terminal);
  return { code, out, messages };
}

/** A scheme with a parameter of every type, and data for it. */
export const SCHEME = `scheme: sample
title: { zh: 示例, en: Sample }
version: 2
period: year
parameters:
  rate: 0.5
  strict: false
  place: { value: 东, kind: word }
  unset: { kind: number, title: 未定 }
inputs:
  tons: { kind: number, unit: 吨, title: { zh: 产量, en: Yield }, from: 农业站 }
  late: { kind: event, unit: 次, title: { zh: 迟到, en: Late }, categories: [day, hour] }
items:
  - { id: grain, title: { zh: 粮食, en: Grain }, max: 100, clause: 一(1), formula: tons * rate }
  - { id: third, title: { zh: 三分之一, en: Third }, max: 100, formula: tons / 3 }
  - { id: order, title: { zh: 秩序, en: Order }, max: 5, clause: 一(2), deduct: [{ each: late, by: { day: 1, hour: 0.5 } }] }
results:
  - { id: total, title: { zh: 总分, en: Total }, formula: grain + order, round: 2 }
  - { id: rank, title: { zh: 名次, en: Rank }, rank: { by: total } }
`;

export const SUBJECTS = 'subject,name,group\nv1,清溪村,东\nv2,石桥村,东\nv3,石桥村,西\n';
export const OBSERVATIONS = `period,subject,item,value,category,date,note
2024,v2,tons,20,,,
2024,v1,tons,10,,,
2024,v1,late,2,hour,2024-03-05,早会
2023,v1,tons,7,,,
2024,v3,late,,day,,
`;

/** A folder for one test, with its files; `remove` when done. */
export interface Folder {
  /** Path of a file in it, existing or not. */
  path(name: string): string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** `--scheme …` and the data, ready to be followed by more options. */
  readonly call: readonly string[];
  remove(): Promise<void>;
}

export async function makeFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoheng-'));
  const path = (name: string): string => join(folder, name);
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(path(name), content);
    return path(name);
  };
  const scheme = await write('sample.yaml', SCHEME);
  const subjects = await write('subjects.csv', SUBJECTS);
  const observations = await write('observations.csv', OBSERVATIONS);
  const call = ['--scheme', scheme, '--subjects', subjects, '--observations', observations];
  return { path, write, call, remove: () => rm(folder, { recursive: true, force: true }) };
}
