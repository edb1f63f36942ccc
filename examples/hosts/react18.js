// React up to 18 sets attributes only and does not know the events: a ref does both. Written without JSX, to run unbuilt.
const { createElement, useEffect, useRef, useState } = React;

/** The element as a component; copy it into your project. */
function RankingTable({ ranking, onRowSelect }) {
  const table = useRef(null);
  useEffect(() => {
    table.current.ranking = ranking;
  }, [ranking]);
  useEffect(() => {
    const element = table.current;
    const handleSelect = (event) => onRowSelect(event.detail);
    element.addEventListener('row-select', handleSelect);
    return () => element.removeEventListener('row-select', handleSelect);
  }, [onRowSelect]);
  return createElement('ranking-table', { ref: table });
}

function App() {
  const [ranking, setRanking] = useState(null);
  const [chosen, setChosen] = useState('无');
  const load = async () => {
    const response = await fetch('ranking.json');
    setRanking(await response.json());
  };
  useEffect(() => void load(), []);
  return createElement(
    'div',
    null,
    createElement('h1', null, '考核结果'),
    createElement('button', { type: 'button', onClick: load }, '刷新'),
    createElement(RankingTable, { ranking, onRowSelect: (detail) => setChosen(detail.row.name) }),
    createElement('p', null, '选中:', createElement('output', { id: 'chosen' }, chosen)),
  );
}

ReactDOM.createRoot(document.getElementById('app')).render(createElement(App));
