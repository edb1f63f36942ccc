// Starts DuckDB's worker on Chromium before 92, which lacks Array.prototype.at.
// A classic worker file on purpose: strict policies refuse blob: workers. The address of DuckDB's own worker comes in
// the query (?script=…) and must be of this origin.
'use strict';
(function () {
  function at(index) {
    var whole = Math.trunc(index) || 0;
    return this[whole < 0 ? this.length + whole : whole];
  }
  [Array, Object.getPrototypeOf(Int8Array)].forEach(function (type) {
    if (!('at' in type.prototype))
      Object.defineProperty(type.prototype, 'at', { value: at, writable: true, configurable: true });
  });
  var script = new URL(new URLSearchParams(self.location.search).get('script') || 'missing:', self.location.href);
  if (script.origin !== self.location.origin) throw new Error('refused: ' + script.href + ' is not of this origin');
  self.importScripts(script.href);
})();
