import type { Explanation, ExplanationStep, FigureReference, InputReading, SourceRow } from '../explain/explanation.ts';
import { branchesOf, type ExplanationTree } from '../explain/explanation-tree.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { Figure, LocalText } from '../reader/figure.ts';
import type { Language } from './language.ts';

/** An explanation as text to read in a terminal: the figure, its rule, the arithmetic, the steps, and what it rests on. */
export function explanationText(explanation: Explanation, language: Language): string {
  return new ExplanationWriter(language).write(explanation);
}

/** A figure and everything that it was made from on one page, numbered; each figure once. */
export function explanationPage(tree: ExplanationTree, language: Language): string {
  const branches = [...branchesOf(tree)].map((branch) => {
    const numbers = new Map<FigureReference, string>(branch.elsewhere.map(({ figure, number }) => [figure, number]));
    const rest = branch.explanation.figures.filter(
      (figure) => !numbers.has(figure) && !branch.leftOut.includes(figure),
    );
    rest.forEach((figure, at) => numbers.set(figure, branch.made[at]?.number ?? ''));
    return `${branch.number}  ${new ExplanationWriter(language, numbers).write(branch.explanation)}`;
  });
  return branches.join('\n');
}

class ExplanationWriter {
  readonly #language: Language;
  readonly #lines: string[] = [];
  /** Where figures are explained on the same page. */
  readonly #numbers: ReadonlyMap<FigureReference, string>;

  constructor(language: Language, numbers: ReadonlyMap<FigureReference, string> = new Map()) {
    this.#language = language;
    this.#numbers = numbers;
  }

  write(explanation: Explanation): string {
    this.#head(explanation);
    this.#section('steps', explanation.steps, (step) => this.#step(step));
    this.#section('inputs', explanation.inputs, (input) => this.#input(input, explanation));
    this.#section('figures', explanation.figures, (figure) => this.#figure(figure, explanation));
    return `${this.#lines.join('\n')}\n`;
  }

  #head({
    period,
    subject,
    subjectName,
    node,
    title,
    figure,
    max,
    clause,
    rule,
    arithmetic,
    titledArithmetic,
    state,
  }: Explanation): void {
    const name = subjectName === subject ? subject : `${subjectName} (${subject})`;
    this.#lines.push(`${period}  ${name}  ${title[this.#language]} (${node})`);
    const full = max === null ? '' : `  ${this.#words('fullMarks')} ${max.text}`;
    this.#labelled('figure', `${this.#number(figure)}${full}`);
    this.#labelled('clause', clause);
    this.#labelled('rule', rule[this.#language]);
    this.#labelled('arithmetic', this.#calculation(titledArithmetic?.[this.#language] ?? arithmetic));
    this.#labelled('state', state?.[this.#language] ?? '');
  }

  #step({ title, arithmetic: plain, titledArithmetic, figure, word, applied, reason, clause }: ExplanationStep): void {
    const arithmetic = titledArithmetic?.[this.#language] ?? plain;
    const value = arithmetic === '' ? this.#value(figure, word) : this.#calculation(arithmetic);
    const notes = [reason[this.#language], clause === '' ? '' : cliTexts.clause(clause)[this.#language]].filter(
      (text) => text !== '',
    );
    const isOpen = figure.state === 'missing';
    const isNo = figure.text === 'false';
    const refused = this.#words(isOpen ? 'missing' : isNo ? 'no' : arithmetic === '' ? 'notApplied' : 'notTrue');
    const told = applied
      ? `: ${value}`
      : `: ${refused}${arithmetic === '' ? '' : ` (${this.#calculation(arithmetic)})`}`;
    this.#lines.push(
      `  ${applied ? '+' : '-'} ${title[this.#language]}${told}${notes.length > 0 ? `  [${notes.join('; ')}]` : ''}`,
    );
  }

  /** Read in another period than the figure's own, the period is named. */
  #input(
    { item, title, unit, figure, word, from, rows, gap, isParameter, isAttribute }: InputReading,
    own: Explanation,
  ): void {
    const periods = new Set(gap === undefined ? rows.map(({ period }) => period) : [gap.period]);
    const [period = ''] = periods.size === 1 ? periods : [];
    const elsewhere = period === '' || period.startsWith(own.period) ? '' : `${period} `;
    const owed = from === '' ? '' : `  [${cliTexts.deliveredBy(from)[this.#language]}]`;
    const named = title[this.#language] === item ? item : `${title[this.#language]} (${item})`;
    this.#lines.push(
      `  ${elsewhere}${named} = ${this.#value(figure, word)}${unit === '' || figure.state !== 'value' ? '' : ` ${unit}`}${owed}`,
    );
    for (const row of rows) this.#lines.push(`    ${this.#row(row)}`);
    if (isAttribute === true) this.#lines.push(`    ${this.#words('ofSubjects')}`);
    else if (rows.length === 0 && isParameter !== true) this.#lines.push(`    ${this.#words('noRows')}`);
  }

  #row({
    period,
    subject,
    value,
    categoryTitle,
    matter,
    date,
    note,
    remark,
    file,
    sheet,
    cell,
    used,
    reason,
  }: SourceRow): string {
    const category = categoryTitle[this.#language];
    const place = [file, ...(sheet === '' ? [] : [sheet]), cell].filter((text) => text !== '').join(' › ');
    const fields = [
      period,
      subject,
      category,
      value === '' ? this.#words('emptyValue') : value,
      matter,
      date,
      note,
      remark?.[this.#language] ?? '',
    ];
    const because = reason === undefined ? '' : `: ${reason[this.#language]}`;
    const counted = used ? '' : `[${this.#words('notCounted')}${because}]`;
    return [place, ...fields, counted].filter((text) => text !== '').join('  ');
  }

  /** Of another period or subject than the figure explained, both are named. */
  #figure(reference: FigureReference, own: Explanation): void {
    const { period, subject, subjectName, node, title, figure } = reference;
    const number = this.#numbers.get(reference);
    const pointer = number === undefined || number === '' ? '' : `  → ${number}`;
    const elsewhere = period === own.period && subject === own.subject ? '' : `${period} ${subjectName} `;
    this.#lines.push(`  ${elsewhere}${title[this.#language]} (${node}) = ${this.#number(figure)}${pointer}`);
  }

  #section<Entry>(
    name: 'steps' | 'inputs' | 'figures',
    entries: readonly Entry[],
    write: (entry: Entry) => void,
  ): void {
    if (entries.length === 0) return;
    this.#lines.push('', this.#words(name));
    for (const entry of entries) write(entry);
  }

  #labelled(name: 'figure' | 'clause' | 'rule' | 'arithmetic' | 'state', text: string): void {
    if (text !== '') this.#lines.push(`${this.#words(name)}  ${text}`);
  }

  #number({ text, state, exact }: Figure): string {
    const known = KNOWN_WORDS[text];
    if (known !== undefined) return known[this.#language];
    if (state === 'missing') return `${text} (${this.#words('missing')})`;
    return exact ? text : `≈ ${text}`;
  }

  /** A word with what the scheme calls it: `好 (good)`. */
  #value(figure: Figure, word: LocalText | undefined): string {
    const text = this.#number(figure);
    return word === undefined ? text : `${word[this.#language]} (${text})`;
  }

  /** `true → 1` in the words of the language. */
  #calculation(text: string): string {
    return text.replace(/(?<![\w“])(?:true|false)(?![\w”])/g, (word) => KNOWN_WORDS[word]?.[this.#language] ?? word);
  }

  #words(name: keyof typeof cliTexts.explanation): string {
    return cliTexts.explanation[name][this.#language];
  }
}

const KNOWN_WORDS: Readonly<Record<string, LocalText>> = {
  true: { zh: '是', en: 'true' },
  false: { zh: '否', en: 'false' },
  none: { zh: '无', en: 'none' },
};
