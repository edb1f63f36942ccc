// Vue 2 under the strictest policy: compiled templates (as every build makes them) or, as here, a render function.
Vue.config.ignoredElements = ['score-store', 'ranking-table', 'score-sheet', 'radar-breakdown', /-picker$/];

new Vue({
  el: '#app',
  data: { ranking: null, chosen: '无' },
  created: function () {
    this.load();
  },
  methods: {
    load: function () {
      var self = this;
      fetch('ranking.json')
        .then(function (response) {
          return response.json();
        })
        .then(function (ranking) {
          self.ranking = Object.freeze(ranking);
        });
    },
    choose: function (event) {
      this.chosen = event.detail.row.name;
    },
  },
  render: function (h) {
    return h('div', [
      h('h1', '考核结果'),
      h('button', { attrs: { type: 'button' }, on: { click: this.load } }, '刷新'),
      h('ranking-table', { domProps: { ranking: this.ranking }, on: { 'row-select': this.choose } }),
      h('p', ['选中:', h('output', { attrs: { id: 'chosen' } }, this.chosen)]),
    ]);
  },
});
