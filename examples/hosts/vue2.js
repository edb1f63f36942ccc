// Vue 2 with its template in the page. Vue compiles that in the browser, for which the policy must allow 'unsafe-eval';
// vue2-render.js does without.
Vue.config.ignoredElements = ['score-store', 'ranking-table', 'score-sheet', 'radar-breakdown', /-picker$/];

new Vue({
  data: { ranking: null, chosen: '无' },
  created() {
    this.load();
  },
  methods: {
    async load() {
      const response = await fetch('ranking.json');
      // Frozen: Vue need not watch every figure.
      this.ranking = Object.freeze(await response.json());
    },
  },
}).$mount('#app');
