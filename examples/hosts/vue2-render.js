// Vue 2 under the strictest policy: compiled templates, as every build makes them, or a render function as here.
Vue.config.ignoredElements = ['score-store', 'ranking-table', 'score-sheet', 'radar-breakdown', /-picker$/];

new Vue({
  data: { ranking: null, chosen: '无' },
  created() {
    this.load();
  },
  methods: {
    async load() {
      const response = await fetch('ranking.json');
      this.ranking = Object.freeze(await response.json());
    },
    choose(event) {
      this.chosen = event.detail.row.name;
    },
  },
  render(h) {
    return h('div', [
      h('h1', '考核结果'),
      h('button', { attrs: { type: 'button' }, on: { click: this.load } }, '刷新'),
      h('ranking-table', { domProps: { ranking: this.ranking }, on: { 'row-select': this.choose } }),
      h('p', ['选中:', h('output', { attrs: { id: 'chosen' } }, this.chosen)]),
    ]);
  },
}).$mount('#app');
