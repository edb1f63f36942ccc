// jQuery 3: objects are properties (`prop`), details are on the original event.
jQuery(function ($) {
  var table = $('ranking-table');

  function load() {
    $.getJSON('ranking.json').done(function (ranking) {
      table.prop('ranking', ranking);
    });
  }

  table.on('row-select', function (event) {
    $('#chosen').text(event.originalEvent.detail.row.name);
  });
  $('#refresh').on('click', load);
  load();
});
