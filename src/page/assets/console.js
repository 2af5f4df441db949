// Starts Swagger UI over the API of this service.

addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#console', deepLinking: false, validatorUrl: null });
});
