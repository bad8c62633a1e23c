//! `cargo xtask serve`: builds what changed and serves `dist/` on this machine, as README asks hosts to serve it.

use crate::Usage;
use crate::build::{self, HOSTED_POLICY};
use crate::house;
use crate::steps::say;
use anyhow::{Context, Result, bail};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use lexopt::prelude::*;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use tower_http::services::ServeDir;

/// Where the app is served unless `--port` says otherwise.
const PORT: u16 = 8080;

/// What the command line asks for.
struct Wishes {
    port: u16,
    open: bool,
    build: bool,
}

/// Builds what changed, and serves until it is stopped.
pub fn run(args: &[String]) -> Result<()> {
    let wishes = parse(args)?;
    // Before the build, so that nobody waits for one in vain.
    let listener = listen(wishes.port)?;
    if wishes.build {
        build::up_to_date()?;
    } else if !house::dist().join("index.html").is_file() {
        bail!("There is no built app in dist/ yet; `cargo xtask build` makes it.");
    }
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(serve(listener, wishes.open))
}

fn parse(args: &[String]) -> Result<Wishes, Usage> {
    let mut wishes = Wishes { port: PORT, open: false, build: true };
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("port") => wishes.port = parser.value()?.parse()?,
            Long("open") => wishes.open = true,
            Long("no-build") => wishes.build = false,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(wishes)
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("Port {port} is in use. Please name another one: `cargo xtask serve --port {}`.", other(port))
        }
        Err(error) => Err(error).with_context(|| format!("Port {port} cannot be used")),
    }
}

async fn serve(listener: TcpListener, open: bool) -> Result<()> {
    let address = format!("http://{}/", listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    say(&format!("Naru is at {address} (Ctrl+C ends it)"));
    if open && open::that_detached(&address).is_err() {
        say("No browser could be opened; please open the address yourself");
    }
    let files = ServeDir::new(house::dist()).precompressed_br().precompressed_gzip();
    let app = axum::Router::new().fallback_service(files).layer(from_fn(with_headers));
    axum::serve(listener, app).await.context("The server stopped")
}

/// A port to propose instead.
fn other(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(PORT)
}

async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    add_headers(response.headers_mut(), &path);
    response
}

/// The headers that README recommends. There is no X-Frame-Options: Naru is made to be framed.
fn add_headers(headers: &mut HeaderMap, path: &str) {
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    // A sandboxed frame has no origin, and even its own scripts count as another's.
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    set(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    set(
        header::CACHE_CONTROL,
        if is_named_by_contents(path) { "public, max-age=31536000, immutable" } else { "no-cache" },
    );
    // The single file holds its scripts inside and brings its own policy.
    if !path.ends_with("/naru.html") {
        set(header::CONTENT_SECURITY_POLICY, HOSTED_POLICY);
    }
}

/// Whether a name ends in a digest of the contents, as `naru-0123456789.wasm` does.
pub fn is_named_by_contents(path: &str) -> bool {
    let stem = path.rsplit('/').next().and_then(|name| name.split('.').next());
    stem.and_then(|stem| stem.rsplit_once('-')).is_some_and(|(_, digest)| {
        digest.len() == crate::house::DIGITS && digest.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_made_from_contents_are_kept_for_ever() {
        assert!(is_named_by_contents("/some/path/naru-0123456789.wasm"));
        assert!(!is_named_by_contents("/index.html"));
        assert!(!is_named_by_contents("/"));
        assert!(!is_named_by_contents("/naru-short.css"));
    }

    #[test]
    fn flags_are_read_strictly() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert!(
            parse(&words("--port 9000 --open")).is_ok_and(|wishes| wishes.port == 9000 && wishes.open && wishes.build)
        );
        assert!(parse(&words("--port many")).is_err());
        assert!(parse(&words("--porr 1")).is_err());
        assert!(parse(&words("stray")).is_err());
    }
}
