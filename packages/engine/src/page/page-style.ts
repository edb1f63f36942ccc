/** Looks of the page with published results: few, so that a site can put its own in their place. */
export const PAGE_STYLE = `body {
  max-width: 1200px;
  margin: 0 auto;
  padding: 24px 16px 48px;
  background: #ffffff;
  color: #1c2733;
  font-family: 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif;
}

h1 {
  margin: 0 0 20px;
  font-size: 24px;
  text-align: center;
}

period-picker,
group-picker,
part-picker {
  display: inline-block;
  margin: 0 16px 12px 0;
}

ranking-table,
score-sheet,
radar-breakdown {
  display: block;
  margin-bottom: 24px;
}

@media print {
  body {
    max-width: none;
    padding: 0;
  }
}
`;
