// What a page cannot do with links, forms and htmx attributes alone.
(function () {
  'use strict';

  // A part that was loaded again says so to screen readers, once, where it asks for that.
  document.addEventListener('htmx:afterSwap', function (event) {
    var said = event.target.getAttribute && event.target.getAttribute('data-announce');
    if (said) {
      document.getElementById('announce').textContent = said;
    }
  });

  // A form is sent once: a second click waits for the answer of the first.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post') {
      form.dataset.sent = 'yes';
      form.setAttribute('aria-busy', 'true');
    }
  });

  // Back from the browser's own cache: forms can be sent again.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });
  document.addEventListener('htmx:afterRequest', function (event) {
    var form = event.target.closest && event.target.closest('form');
    if (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });

  // Refused with a page of its own (409, 422): show it rather than nothing.
  document.addEventListener('htmx:beforeSwap', function (event) {
    var status = event.detail.xhr.status;
    if (status === 409 || status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
