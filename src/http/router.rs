//! Which operation is meant? The paths and methods of the OpenAPI document, and nothing that it does not have.

use std::collections::HashMap;

use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, Request, Response, Route};
use poem_openapi::OpenApi;
use poem_openapi::registry::{MetaOperation, MetaParamIn};

use super::media::{is_accepted, media_type, other_media_types};
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

/// One path with its methods, which read the query themselves.
pub fn path(endpoints: Vec<(Method, BoxEndpoint<'static>)>) -> impl Endpoint<Output = Response> + 'static {
    Methods::new(endpoints, &[])
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
    /// What the OpenAPI document says of it; nothing for a page, which reads its query itself.
    described: Option<Described>,
    endpoint: BoxEndpoint<'static>,
}

/// What the OpenAPI document says of an operation.
struct Described {
    /// What it replies with, and what else it can.
    media: Vec<&'static str>,
    /// The query parameters that it has.
    parameters: Vec<String>,
}

impl Described {
    fn of(operation: &MetaOperation) -> Self {
        let query = operation.params.iter().filter(|parameter| parameter.in_type == MetaParamIn::Query);
        Self {
            media: std::iter::once(operation.operation_id.map_or("application/json", media_type))
                .chain(operation.operation_id.map_or(&[][..], other_media_types).iter().copied())
                .collect(),
            parameters: query.map(|parameter| parameter.name.clone()).collect(),
        }
    }
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
            described: known.iter().find(|operation| operation.method == method).map(Described::of),
            method,
            endpoint,
        };
        Self { operations: endpoints.into_iter().map(operation).collect(), allow }
    }

    fn find(&self, method: &Method) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.method == method)
    }

    async fn operate(&self, operation: &Operation, mut request: Request) -> poem::Result<Response> {
        if let Some(described) = &operation.described {
            if !described.media.iter().any(|media| is_accepted(request.headers(), media)) {
                return Err(Problem::from(Kind::NotAcceptable).into());
            }
            if let Some(query) = request.uri().query().filter(|query| !query.is_empty()) {
                let parameters = Parameters::read(query, &described.parameters)?;
                request.set_data(parameters);
            }
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
