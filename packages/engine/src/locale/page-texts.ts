import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** Texts of the page that goes with published results. */
export const pageTexts = {
  heading: (title: LocalText): LocalText => text(`${title.zh}结果公示`, `${title.en}: published results`),
  noScript: text('显示考核结果需要启用 JavaScript。', 'JavaScript is needed to show the results.'),
  /** Lines of the file that says what to do with the others; `lines` are those for a page of one's own. */
  readme: (facts: ReadmeFacts): LocalText => text(chinese(facts), english(facts)),
} as const;

/** What the file that comes with the page speaks of. */
export interface ReadmeFacts {
  readonly title: LocalText;
  readonly results: string;
  readonly integrity: string;
  readonly snippet: string;
}

const chinese = ({ title, results, integrity, snippet }: ReadmeFacts): string => `${title.zh}  结果公示文件

一、文件
  index.html              现成的公示网页
  page.css                网页的样式，可按网站风格修改
  ${results}
                          公示的结果，只含选定公布的内容
  kaoheng.iife.js         显示排名、成绩单的脚本
  kaoheng-charts.iife.js  显示雷达图的脚本，不用雷达图时可以不放

二、直接使用
  把全部文件放到网站的同一个目录，用浏览器访问该目录的 index.html 即可。
  须通过网站(http 或 https)访问；在本机双击打开，浏览器不会读取结果文件。

三、放进现有网页
  把除 index.html、page.css 以外的文件放到网页所在目录，把下面几行粘贴到网页中要显示的位置：

${indented(snippet)}

四、说明
  1. 不需要安装其他程序，不需要数据库，不访问外部网络，内网可用。
  2. 浏览器：Chromium 86 及以上内核(Chrome、Edge、360、奇安信、统信、麒麟自带浏览器等)。
  3. 服务器对 .js 文件应返回 text/javascript，对 .json 文件返回 application/json。
  4. 内容安全策略(CSP)只需：script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'。
     网页里没有内联脚本和内联样式。
  5. 结果文件的校验值：
     ${integrity}
     文件被改动后网页会拒绝显示。更正结果时，须重新生成，并换上新的文件和新的几行代码。
  6. 用代码代替名称公示的，代码对照表和密钥不在这里，也不要放到网站上。
  7. 公示期满撤下时，删除以上文件即可。`;

const english = ({ title, results, integrity, snippet }: ReadmeFacts): string => `${title.en}: published results

1. Files
  index.html              a page that shows the results
  page.css                its looks; change them as the site needs
  ${results}
                          the results: only what was chosen to be published
  kaoheng.iife.js         the script for ranking and score sheet
  kaoheng-charts.iife.js  the script for the radar; it may be left out together with the radar

2. As it is
  Put all files into one folder of the web site and open its index.html there (http or https).
  Opened from the disk with a double click, browsers do not read the results.

3. On a page of your own
  Put the files other than index.html and page.css beside the page, and these lines where the results belong:

${indented(snippet)}

4. Notes
  Nothing has to be installed, and no other site is asked for anything. Browsers: Chromium 86 and later.
  Types: text/javascript for .js, application/json for .json.
  Content-Security-Policy: script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' is enough.
  Digest of the results: ${integrity}
  A file that was changed is not shown. A correction needs the new file and the new lines.`;

function indented(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
