/*
 * Says one clear sentence in a browser that is too old for the app. Plain ES5, because such a browser reads it.
 * The newest thing that each of the app's parts needs is asked for; Chromium 109 has them all. The mark on <html>
 * tells the app not to start.
 */
(function () {
  // A module with one try/catch: DuckDB's build uses WebAssembly exceptions.
  var exceptions = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

  function enough() {
    try {
      return (
        'noModule' in document.createElement('script') &&
        typeof structuredClone === 'function' &&
        typeof DecompressionStream === 'function' &&
        'findLast' in Array.prototype &&
        typeof indexedDB === 'object' &&
        CSS.supports('height', '1svh') &&
        WebAssembly.validate(new Uint8Array(exceptions))
      );
    } catch (error) {
      return false;
    }
  }

  if (enough()) return;
  var text =
    '当前浏览器版本过低，无法运行党建考评看板：请使用 Chrome、Edge 109 或更高版本（或同等内核的 360、QQ、UOS 浏览器），数据不会受影响。 ' +
    'This browser is too old for Kaoping: please use Chrome or Edge 109 or newer.';
  var notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.appendChild(document.createTextNode(text));
  var app = document.getElementById('app');
  if (app && app.parentNode) app.parentNode.replaceChild(notice, app);
  document.documentElement.setAttribute('data-below-floor', '');
})();
