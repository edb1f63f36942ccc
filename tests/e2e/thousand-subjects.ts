// Published results of a thousand made-up villages: as many as a page shows without a database.
import { loadScheme, scoreDataset } from '@kaoheng/engine';
import { publish, type PublishedFile } from '@kaoheng/engine/reader';

const SUBJECTS = 1000;
const ITEMS = ['a', 'b', 'c', 'd', 'e'];
const ORIGIN = { file: '', sheet: '', row: 0, column: '' };
const SCHEME = `
scheme: thousand
title: 千村考核
period: year
full marks: 100
items:
${ITEMS.map((id) => `  - { id: ${id}, title: 指标${id}, max: 20, score: given }`).join('\n')}
results:
  - { id: total, title: 总分, formula: ${ITEMS.join(' + ')}, round: 2 }
  - { id: rank, title: 名次, rank: { by: total } }
`;

export async function thousandSubjects(): Promise<PublishedFile> {
  const { scheme, findings } = loadScheme(SCHEME);
  if (!scheme) throw new Error(JSON.stringify(findings));
  const subjects = Array.from({ length: SUBJECTS }, (_, n) => ({
    id: `v${n}`,
    name: `第${n + 1}村`,
    group: '',
    parent: '',
    attributes: {},
    origin: ORIGIN,
  }));
  const observations = subjects.flatMap(({ id: subject }, n) =>
    ITEMS.map((item, at) => ({
      period: '2024',
      subject,
      item,
      value: (((n * 37 + at * 11) % 200) / 10).toFixed(1),
      category: '',
      rater: '',
      matter: '',
      date: '',
      note: '',
      origin: ORIGIN,
    })),
  );
  const { scored } = scoreDataset(scheme, { subjects, observations });
  return publish(scored, { notice: { date: '2025-01-10', from: '', to: '', objections: '' } });
}
