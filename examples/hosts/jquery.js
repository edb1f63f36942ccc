// jQuery 3: objects are properties (`prop`), details are on the original event.
jQuery(($) => {
  const table = $('ranking-table');
  const load = () => $.getJSON('ranking.json', (ranking) => table.prop('ranking', ranking));

  table.on('row-select', (event) => $('#chosen').text(event.originalEvent.detail.row.name));
  $('#refresh').on('click', load);
  load();
});
