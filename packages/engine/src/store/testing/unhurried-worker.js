// Starts DuckDB's worker (?script=…), to which every module comes with a pause before its first bytes: DuckDB tells
// nothing of how much has come as long as the pieces follow each other within 20 ms, as they do on a fast machine.
'use strict';
(function () {
  var fetch = self.fetch;
  self.fetch = function () {
    return fetch.apply(self, arguments).then(function (response) {
      var pause = new TransformStream({
        start: function () {
          return new Promise(function (resolve) {
            setTimeout(resolve, 50);
          });
        },
      });
      return new Response(response.body.pipeThrough(pause), response);
    });
  };
  self.importScripts(new URLSearchParams(self.location.search).get('script'));
})();
