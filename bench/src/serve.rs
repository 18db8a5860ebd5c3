//! Serves the pages as a good server would: compressed at the best that brotli does, once. Every visit has a folder of its
//! own, so that the browser has kept nothing of what it asks for, and the server knows what it has sent to it.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

use crate::pages::Page;

/// What a visit has cost so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent {
    /// Bytes of bodies, as they went over the wire.
    pub bytes: usize,
    /// Answers.
    pub requests: usize,
}

/// A file as it is sent.
struct File {
    kind: &'static str,
    brotli: Vec<u8>,
}

/// A server of pages.
pub struct Server {
    address: String,
    sent: Arc<Mutex<HashMap<String, Sent>>>,
}

struct Served {
    files: HashMap<String, File>,
    sent: Arc<Mutex<HashMap<String, Sent>>>,
}

impl Server {
    /// Serves pages, each in its folder.
    pub async fn open<'p>(pages: impl IntoIterator<Item = &'p Page>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let mut compressed = HashMap::new();
        for page in pages {
            for (name, content) in &page.files {
                let (kind, brotli) = (kind(name)?, brotli(content)?);
                let path = format!("{}/{name}", page.folder);
                compressed.insert(path, File { kind, brotli });
            }
        }
        let sent = Arc::<Mutex<_>>::default();
        let served = Served {
            files: compressed,
            sent: Arc::clone(&sent),
        };
        let app = Router::new().fallback(answer).with_state(Arc::new(served));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Server { address, sent })
    }

    /// The address of a page for a visit of this number.
    pub fn url(&self, visit: usize, page: &str) -> String {
        format!("{}/{visit}/{page}/", self.address)
    }

    /// What a visit has cost.
    pub fn sent(&self, visit: usize) -> Sent {
        let sent = self.sent.lock().ok();
        let sent = sent.and_then(|sent| sent.get(&visit.to_string()).copied());
        sent.unwrap_or_default()
    }
}

async fn answer(State(served): State<Arc<Served>>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let Some((visit, path)) = path.split_once('/') else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let path = match path.strip_suffix('/') {
        Some(folder) => format!("{folder}/index.html"),
        None => path.to_owned(),
    };
    let Some(file) = served.files.get(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if let Ok(mut sent) = served.sent.lock() {
        let sent = sent.entry(visit.to_owned()).or_default();
        sent.bytes += file.brotli.len();
        sent.requests += 1;
    }
    let response = Response::builder()
        .header(header::CONTENT_TYPE, file.kind)
        .header(header::CONTENT_ENCODING, "br")
        .header(header::CACHE_CONTROL, "public, max-age=31536000");
    let body = Body::from(file.brotli.clone());
    response.body(body).unwrap_or_default()
}

/// The media type of a file, by its name.
fn kind(path: &str) -> Result<&'static str> {
    let extension = Path::new(path).extension().and_then(|name| name.to_str());
    Ok(match extension.context("a file without a type")? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        other => anyhow::bail!("no type is known for .{other}"),
    })
}

/// Files from this size on, in bytes, are compressed as servers do while somebody waits: at its best, brotli takes a minute for
/// the largest.
const LARGE: usize = 1 << 20;

/// What brotli makes of it at its best.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let quality = if content.len() < LARGE { 11 } else { 5 };
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 24);
    brotli.write_all(content)?;
    Ok(brotli.into_inner())
}
