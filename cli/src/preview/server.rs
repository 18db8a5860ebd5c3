//! Answers to the browser of this machine, and to nobody else.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::{Stream, stream};
use tokio::net::TcpListener;
use tokio::sync::watch::Receiver;

use super::shown::{DATA, Shown};
use crate::build::PAGE_STYLE;
use crate::web::File;

/// What the page may load: what is served here, and images from anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What is served.
#[derive(Clone)]
pub struct Preview {
    /// The web files.
    pub files: Vec<File>,
    /// The page, as it is now.
    pub shown: Receiver<Arc<Shown>>,
    /// The folder of the document, whose images the article may show.
    pub folder: PathBuf,
    /// Where it is served.
    pub address: SocketAddr,
}

/// Takes a port of this machine alone.
pub async fn listen(port: u16) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    listener.with_context(|| {
        format!("can't serve on port {port}; choose another with --port, or 0 for a free one")
    })
}

/// Serves until the program is ended.
pub async fn serve(listener: TcpListener, preview: Preview) -> Result<()> {
    let app = Router::new()
        .route("/", get(page))
        .route(&format!("/{DATA}"), get(data))
        .route("/events", get(events))
        .route(
            "/preview.js",
            get(async || typed("preview.js", include_bytes!("preview.js"))),
        )
        .route(
            "/preview.css",
            get(async || typed("preview.css", include_bytes!("preview.css"))),
        )
        .route("/explainer/{*file}", get(web_file))
        .route("/{*path}", get(image))
        .layer(from_fn_with_state(preview.address, guard))
        .with_state(preview);
    axum::serve(listener, app)
        .await
        .context("the preview has ended")
}

/// Refuses whoever calls this machine by another name: a page elsewhere could give its own name this machine's
/// address, and read the document.
async fn guard(State(address): State<SocketAddr>, request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let port = address.port();
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if !host.is_some_and(|host| ours.iter().any(|ours| ours.eq_ignore_ascii_case(host))) {
        let said = format!("this preview is at http://{address}/ only\n");
        return (StatusCode::MISDIRECTED_REQUEST, said).into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("same-origin"),
    );
    response
}

async fn page(State(preview): State<Preview>) -> Response {
    let shown = preview.shown.borrow().clone();
    typed("page.html", shown.page.clone())
}

async fn data(State(preview): State<Preview>) -> Response {
    let shown = preview.shown.borrow().clone();
    match shown.data.is_empty() {
        true => StatusCode::NOT_FOUND.into_response(),
        false => typed(DATA, shown.data.clone()),
    }
}

/// The version of the page: at once, and again whenever it is another.
async fn events(
    State(preview): State<Preview>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let version = |shown: &Receiver<Arc<Shown>>| Event::default().data(&shown.borrow().version);
    let versions = stream::unfold(
        (preview.shown, true),
        move |(mut shown, is_first)| async move {
            if is_first {
                shown.mark_unchanged();
            } else {
                shown.changed().await.ok()?;
            }
            Some((Ok(version(&shown)), (shown, false)))
        },
    );
    Sse::new(versions).keep_alive(KeepAlive::default())
}

async fn web_file(State(preview): State<Preview>, UrlPath(name): UrlPath<String>) -> Response {
    let mut files = preview.files.into_iter().chain([PAGE_STYLE]);
    match files.find(|(file, _)| *file == name) {
        Some((name, content)) => typed(&*name, content),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// An image beside the document, or in a folder there. Nothing else of the folder is anybody's business.
async fn image(State(preview): State<Preview>, UrlPath(path): UrlPath<String>) -> Response {
    let path = Path::new(&path);
    let is_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let is_image = kind(path).is_some_and(|kind| kind.starts_with("image/"));
    let content = (is_inside && is_image).then(|| std::fs::read(preview.folder.join(path)));
    match content {
        Some(Ok(content)) => typed(path, content),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file's content with its type.
fn typed(name: impl AsRef<Path>, content: impl IntoResponse) -> Response {
    let kind = kind(name.as_ref()).unwrap_or("application/octet-stream");
    ([(header::CONTENT_TYPE, kind)], content).into_response()
}

/// The type of a file that the preview serves.
fn kind(file: &Path) -> Option<&'static str> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        _ => return None,
    })
}
