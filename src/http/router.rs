//! Which operation is meant? The paths and methods of the OpenAPI document, and nothing that it does not have.

use std::collections::HashMap;

use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, Request, Response, Route};
use poem_openapi::OpenApi;
use poem_openapi::registry::{MetaOperation, MetaParamIn};

use super::media::{is_accepted, media_type};
use super::parameters::Parameters;
use super::problem::{Kind, Problem};

/// The routes of an API: each path with its methods, each method with the query parameters that it has.
pub fn routes<Api: OpenApi>(api: Api) -> Route {
    let mut operations: HashMap<String, Vec<MetaOperation>> = HashMap::new();
    for path in Api::meta().into_iter().flat_map(|meta| meta.paths) {
        operations.entry(route_path(&path.path)).or_default().extend(path.operations);
    }
    let mut endpoints = HashMap::new();
    api.add_routes(&mut endpoints);
    endpoints.into_iter().fold(Route::new(), |route, (path, methods)| {
        let known = operations.get(&path).map_or(&[][..], Vec::as_slice);
        let methods = Methods::new(methods.into_iter().collect(), known);
        route.at(path, methods)
    })
}

/// One path with its methods, which read the query and the headers themselves.
pub fn path(endpoints: Vec<(Method, BoxEndpoint<'static>)>) -> impl Endpoint<Output = Response> + 'static {
    let mut methods = Methods::new(endpoints, &[]);
    for operation in &mut methods.operations {
        (operation.parameters, operation.media) = (None, None);
    }
    methods
}

/// A path of OpenAPI (`/answers/{id}`) as the router writes it (`/answers/:param0`).
fn route_path(path: &str) -> String {
    let mut parameters = 0..;
    let segments = path.split('/').map(|segment| match segment.strip_prefix('{') {
        Some(_) => format!(":param{}", parameters.next().unwrap_or_default()),
        None => segment.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

struct Operation {
    method: Method,
    /// What it replies with; nothing when it sees to that itself.
    media: Option<&'static str>,
    /// The query parameters that it has; nothing when it reads the query itself.
    parameters: Option<Vec<String>>,
    endpoint: BoxEndpoint<'static>,
}

/// One path.
struct Methods {
    operations: Vec<Operation>,
    allow: HeaderValue,
}

impl Methods {
    fn new(endpoints: Vec<(Method, BoxEndpoint<'static>)>, known: &[MetaOperation]) -> Self {
        let mut names: Vec<&str> = endpoints.iter().map(|(method, _)| method.as_str()).collect();
        if names.contains(&"GET") {
            names.push("HEAD");
        }
        names.push("OPTIONS");
        names.sort_unstable();
        let allow = HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static("OPTIONS"));
        let operation = |(method, endpoint): (Method, _)| Operation {
            media: Some(
                known
                    .iter()
                    .find(|operation| operation.method == method)
                    .and_then(|operation| operation.operation_id)
                    .map_or("application/json", media_type),
            ),
            parameters: Some(
                known
                    .iter()
                    .filter(|operation| operation.method == method)
                    .flat_map(|operation| &operation.params)
                    .filter(|parameter| parameter.in_type == MetaParamIn::Query)
                    .map(|parameter| parameter.name.clone())
                    .collect(),
            ),
            method,
            endpoint,
        };
        Self { operations: endpoints.into_iter().map(operation).collect(), allow }
    }

    fn find(&self, method: &Method) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.method == method)
    }

    async fn operate(&self, operation: &Operation, mut request: Request) -> poem::Result<Response> {
        if operation.media.is_some_and(|media| !is_accepted(request.headers(), media)) {
            return Err(Problem::from(Kind::NotAcceptable).into());
        }
        if let Some(query) = request.uri().query().filter(|query| !query.is_empty())
            && let Some(known) = &operation.parameters
        {
            let parameters = Parameters::read(query, known)?;
            request.set_data(parameters);
        }
        operation.endpoint.call(request).await
    }
}

impl Endpoint for Methods {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        if let Some(operation) = self.find(request.method()) {
            return self.operate(operation, request).await;
        }
        if request.method() == Method::HEAD
            && let Some(operation) = self.find(&Method::GET)
        {
            request.set_method(Method::GET);
            let mut response = self.operate(operation, request).await?;
            response.set_body(());
            return Ok(response);
        }
        if request.method() == Method::OPTIONS {
            let allow = self.allow.clone();
            return Ok(Response::builder().status(StatusCode::NO_CONTENT).header(header::ALLOW, allow).finish());
        }
        Err(Problem { allow: Some(self.allow.clone()), ..Kind::MethodNotAllowed.into() }.into())
    }
}
