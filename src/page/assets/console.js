// Starts Swagger UI over the API of this service.

// Swagger UI writes markup itself. Here, and on no other page, it may: what it writes comes from our own OpenAPI document.
window.trustedTypes?.createPolicy('default', { createHTML: (markup) => markup });

addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#console', deepLinking: false, validatorUrl: null });
});
