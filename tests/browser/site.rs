//! A web site of a test's own, with the bundle on it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// The script that listens to explainers and to the browser. It is a file, since strict pages allow nothing inline.
pub const LISTEN: &str = "<script src=\"/listen.js\"></script>";

/// Where that script is.
pub const LISTENER: &str = "/listen.js";

/// With `var`, since scripts that drivers run see what is the window's, and not every one what is a constant of a script.
/// It keeps the codes of the errors that explainers tell of in `errors`, their words in `messages`, how they became ready in `ready`, what broke the
/// page's policy in `violations`, and what nobody caught in `uncaught`.
const LISTENING: &str = "var errors = [], messages = [], ready = [], violations = [], uncaught = [];\
    addEventListener('explainer-error', (event) => { errors.push(event.detail.code); messages.push(event.detail.message) });\
    addEventListener('explainer-ready', (event) => ready.push(event.detail.prerendered));\
    addEventListener('securitypolicyviolation', (event) => violations.push(`${event.effectiveDirective} ${event.blockedURI}`));\
    addEventListener('error', (event) => uncaught.push(String(event.message)));\
    addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));";

/// A content security policy that allows what the site itself brings, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// What goes wrong with a file of a site.
#[derive(Clone, Copy)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// Its second half does not come.
    Half,
    /// One byte of it is another.
    Changed,
    /// It is said to be of another type.
    Typed(&'static str),
}

/// The bundle with pages and documents of a test beside it.
#[derive(Default)]
pub struct Site {
    folder: Option<PathBuf>,
    policy: Option<&'static str>,
    shared: bool,
    kept: bool,
    pages: HashMap<String, Vec<u8>>,
    held: Option<&'static str>,
    broken: bool,
    faults: HashMap<String, Fault>,
    lost: Arc<AtomicBool>,
    fixed: Arc<AtomicBool>,
    /// Whether the site is visited with script off.
    pub without_script: bool,
    address: String,
    gate: Option<watch::Sender<bool>>,
    asked: Arc<Mutex<Vec<String>>>,
}

struct Served {
    policy: Option<&'static str>,
    shared: bool,
    kept: bool,
    pages: HashMap<String, Vec<u8>>,
    gate: watch::Receiver<bool>,
    held: Option<&'static str>,
    broken: bool,
    faults: HashMap<String, Fault>,
    lost: Arc<AtomicBool>,
    fixed: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// The bundle as it was built: the built-in article, prerendered, on `index.html`.
    pub fn as_built() -> Self {
        Site::default()
    }

    /// The files of a folder instead of the bundle.
    pub fn of(folder: PathBuf) -> Self {
        Site {
            folder: Some(folder),
            ..Site::default()
        }
    }

    /// The site allows nothing inline.
    pub fn strict(self) -> Self {
        self.under(POLICY)
    }

    /// The site has this content security policy.
    pub fn under(self, policy: &'static str) -> Self {
        Site {
            policy: Some(policy),
            ..self
        }
    }

    /// Pages of other sites may use its files (CORS).
    pub fn shared(self) -> Self {
        Site {
            shared: true,
            ..self
        }
    }

    /// What is fetched may be kept for a while, as sites that are deployed say it.
    pub fn kept(self) -> Self {
        Site { kept: true, ..self }
    }

    /// A page with this in its body, and the element's script in its head.
    pub fn with_body(body: &str) -> Self {
        Site::default().and_body(body)
    }

    /// The same, beside what the site has already.
    pub fn and_body(self, body: &str) -> Self {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Test</title>\
             {LISTEN}<script type=module src=/explainer.js></script><body>{body}"
        );
        self.file("/", &page)
    }

    /// A file at a path, before those of the bundle.
    pub fn file(mut self, path: &str, content: &(impl AsRef<[u8]> + ?Sized)) -> Self {
        self.pages
            .insert(path.to_owned(), content.as_ref().to_owned());
        self
    }

    /// The page of the bundle, listening to its explainer.
    pub fn listening(self, dist: &Path) -> Result<Self> {
        self.changed(dist, |html| html.replace("</head>", "</head >"))
    }

    /// The page of the bundle, changed, and listening to its explainer.
    pub fn changed(self, dist: &Path, change: impl Fn(String) -> String) -> Result<Self> {
        let page = dist.join("index.html");
        let html = std::fs::read_to_string(&page).with_context(|| format!("{}", page.display()))?;
        let changed = change(html.clone());
        anyhow::ensure!(html != changed, "the change found nothing to change");
        Ok(self.file(
            "/",
            &changed.replacen("<head>", &format!("<head>{LISTEN}"), 1),
        ))
    }

    /// The page of the bundle, listening, with these attributes of its element.
    pub fn with_attributes(self, dist: &Path, attributes: &str) -> Result<Self> {
        let element = format!("<article-explainer {attributes}>");
        self.changed(dist, |html| {
            html.replacen("<article-explainer>", &element, 1)
        })
    }

    /// The program is not answered for until [`Site::release`].
    pub fn held(self) -> Self {
        self.without_answer(".wasm")
    }

    /// Nothing whose path ends so is answered for until [`Site::release`].
    pub fn without_answer(self, end: &'static str) -> Self {
        Site {
            held: Some(end),
            ..self
        }
    }

    /// The program is not there.
    pub fn broken(self) -> Self {
        Site {
            broken: true,
            ..self
        }
    }

    /// Something is wrong with every file of this name.
    pub fn with_fault(mut self, file: &str, fault: Fault) -> Self {
        self.faults.insert(file.to_owned(), fault);
        self
    }

    /// From now on no answer arrives.
    pub fn lose(&self) {
        self.lost.store(true, Ordering::Relaxed);
    }

    /// From now on nothing is wrong with its files any more.
    pub fn fix(&self) {
        self.fixed.store(true, Ordering::Relaxed);
    }

    /// The reader's browser runs no script.
    pub fn without_script(self) -> Self {
        Site {
            without_script: true,
            ..self
        }
    }

    /// Opens the site on a port of its own.
    pub async fn open(mut self, dist: &Path) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        self.address = format!("http://{}", listener.local_addr()?);
        let (open, gate) = watch::channel(self.held.is_none());
        self.gate = Some(open);
        let served = Served {
            policy: self.policy,
            shared: self.shared,
            kept: self.kept,
            pages: std::mem::take(&mut self.pages),
            gate,
            held: self.held,
            broken: self.broken,
            faults: std::mem::take(&mut self.faults),
            lost: self.lost.clone(),
            fixed: self.fixed.clone(),
            asked: self.asked.clone(),
        };
        let app = Router::new()
            .fallback_service(ServeDir::new(self.folder.as_deref().unwrap_or(dist)))
            .layer(from_fn_with_state(Arc::new(served), serve));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(self)
    }

    /// Lets the program through.
    pub fn release(&self) {
        if let Some(gate) = &self.gate {
            gate.send_replace(true);
        }
    }

    /// The paths that the browser has asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked
            .lock()
            .map(|asked| asked.clone())
            .unwrap_or_default()
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

/// Answers, with what the site says of itself in the headers.
async fn serve(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let file = request.uri().path().rsplit('/').next();
    let fault = file.and_then(|file| served.faults.get(file)).copied();
    let fault = fault.filter(|_| !served.fixed.load(Ordering::Relaxed));
    let mut response = answer(&served, request, next).await;
    if let Some(fault) = fault {
        response = faulty(response, fault).await;
    }
    if served.lost.load(Ordering::Relaxed) {
        let broken_off = std::io::Error::other("the network is lost");
        let body = futures::stream::iter([Err::<&[u8], _>(broken_off)]);
        response = Response::new(Body::from_stream(body));
    }
    let headers = response.headers_mut();
    if let Some(policy) = served.policy {
        let policy = HeaderValue::from_static(policy);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if served.kept {
        let some_minutes = HeaderValue::from_static("public, max-age=300");
        headers.insert(header::CACHE_CONTROL, some_minutes);
    }
    if served.shared {
        let all = HeaderValue::from_static("*");
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, all);
    }
    response
}

/// An answer with something wrong with it.
async fn faulty(response: Response, fault: Fault) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut body = body.to_vec();
    head.headers.remove(header::CONTENT_LENGTH);
    match fault {
        Fault::Missing => return StatusCode::NOT_FOUND.into_response(),
        Fault::Half => body.truncate(body.len() / 2),
        Fault::Changed => {
            let middle = body.len() / 2;
            if let Some(byte) = body.get_mut(middle) {
                *byte ^= 1;
            }
        }
        Fault::Typed(kind) => {
            let kind = HeaderValue::from_static(kind);
            head.headers.insert(header::CONTENT_TYPE, kind);
        }
    }
    Response::from_parts(head, Body::from(body))
}

/// Answers with the test's own files, holds back or loses what is to be, and leaves the rest to the bundle.
async fn answer(served: &Served, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if let Ok(mut asked) = served.asked.lock() {
        asked.push(path.to_owned());
    }
    if served.held.is_some_and(|end| path.ends_with(end)) {
        // An error means that the site is closed; then nobody waits for the answer.
        let _ = served.gate.clone().wait_for(|open| *open).await;
    }
    let listening = (path == LISTENER).then_some(LISTENING);
    if let Some(content) = listening
        .map(str::as_bytes)
        .or(served.pages.get(path).map(Vec::as_slice))
    {
        let kind = match path.rsplit_once('.') {
            Some((_, "json")) => "application/json",
            Some((_, "js")) => "text/javascript",
            Some((_, "css")) => "text/css",
            Some((_, "wasm")) => "application/wasm",
            _ => "text/html; charset=utf-8",
        };
        let response = Response::builder().header(header::CONTENT_TYPE, kind);
        return response
            .body(Body::from(content.to_owned()))
            .unwrap_or_default();
    }
    if path.ends_with(".wasm") && served.broken {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}
