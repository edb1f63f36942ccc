// Vue 2 with its template in the page. Vue compiles that in the browser, so the policy must allow 'unsafe-eval';
// vue2-render.js does without.
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
          // Frozen: Vue need not watch every figure.
          self.ranking = Object.freeze(ranking);
        });
    },
  },
});
