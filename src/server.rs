//! Brings the parts together: data directory, journal, hub, routes, socket. `main.rs` starts it; so do the tests, with a
//! journal and a clock of their own.

use crate::clock::{Clock, SystemClock};
use crate::http::allowance::Allowances;
use crate::http::drafts::Answers;
use crate::http::plenary::Boards;
use crate::http::rendering::Renderings;
use crate::http::token::Tokens;
use crate::http::underway::Underway;
use crate::http::{self, App, listening};
use crate::hub::extended::Known;
use crate::hub::fault::Fault;
use crate::hub::load;
use crate::hub::metrics::HubMetrics;
use crate::hub::news::News;
use crate::hub::plans::Origin;
use crate::hub::registry::Registry;
use crate::hub::seal::Turns;
use crate::hub::storage::Storage;
use crate::hub::{Hub, Services};
use crate::journal::directory::{DataDirectory, DirectoryFault};
use crate::journal::sqlite::SqliteJournal;
use crate::journal::{Journal, JournalFault};
use crate::meeting::Meeting;
use crate::sealing::Seals;
use crate::settings::Settings;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;

/// Connections that may wait to be accepted: a whole plenary that comes back at once after a network cut.
const BACKLOG: u32 = 4_096;
/// Time that requests under way have to finish when the server stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The data directory can't be used.
    #[error(transparent)]
    Directory(#[from] DirectoryFault),
    /// The journal can't be opened.
    #[error(transparent)]
    Journal(#[from] JournalFault),
    /// What the journal holds can't be used.
    #[error(transparent)]
    Stored(#[from] Fault),
    /// The address can't be listened on.
    #[error("cannot listen on {address}: {reason}; stop what uses it, or choose another address with --listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: std::io::Error,
    },
}

/// The parts that a test may replace.
pub struct Parts {
    /// Where records go.
    pub journal: Arc<dyn Journal>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The folder under which the sealed outcomes are.
    pub data: PathBuf,
    /// A room without connections rests after this.
    pub idle_after: Duration,
    /// Held as long as the server runs.
    pub directory: Option<DataDirectory>,
}

impl Parts {
    /// The real ones.
    pub fn open(settings: &Settings) -> Result<Self, StartFault> {
        let directory = DataDirectory::open(&settings.data)?;
        let journal = Arc::new(SqliteJournal::open(&directory.journal_path())?);
        let data = directory.path().to_owned();
        Ok(Self {
            journal,
            clock: Arc::new(SystemClock::start()),
            data,
            idle_after: Duration::from_secs(settings.idle_minutes * 60),
            directory: Some(directory),
        })
    }
}

/// A server that listens.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its rooms and codes.
    pub hub: Arc<Hub>,
    app: Arc<App>,
    listener: TcpListener,
    _directory: Option<DataDirectory>,
}

impl Server {
    /// Reads the journal, makes what is missing, and listens. Requests are answered from [`Server::run`] on.
    pub async fn start(settings: &Settings, meeting: Meeting, parts: Parts) -> Result<Self, StartFault> {
        let figures = figures();
        let listener = listen(settings.listen)?;
        let address = listener.local_addr().map_err(|reason| StartFault::Listen {
            address: settings.listen,
            reason,
        })?;
        warn_of_strangers(address, settings);
        let origin = settings.meeting.as_ref().map_or(Origin::Example, |_| Origin::File);
        let registry = Registry::open(&*parts.journal, Some((meeting, origin)), &settings.base_url(address)).await?;
        let registry = Arc::new(registry);
        if let Some(moment) = load::last_moment(&*parts.journal).await? {
            parts.clock.not_before(moment);
        }
        let keys = registry.keys()?.clone();
        let services = Services {
            storage: Storage::of(parts.journal.clone()),
            journal: parts.journal,
            clock: parts.clock,
            sealer: Arc::new(Seals::new(parts.data.clone(), keys.seal)),
            sealing: Turns::default(),
            idle_after: parts.idle_after,
            metrics: HubMetrics::default(),
            news: News::default(),
            extended: Known::default(),
        };
        let hub = Arc::new(Hub::new(services, registry));
        hub.open_lists().await;
        let app = Arc::new(App {
            hub: hub.clone(),
            tokens: Tokens::new(&keys.token),
            allowances: Allowances::new(settings.allowance),
            underway: Underway::new(settings.allowance),
            trusted_proxies: settings.trusted_proxy.clone(),
            public_url: settings.public_url.clone(),
            drafts: Answers::default(),
            boards: Boards::default(),
            renderings: Renderings::default(),
            data: parts.data,
            figures,
        });
        Ok(Self {
            address,
            hub,
            app,
            listener,
            _directory: parts.directory,
        })
    }

    /// Serves until `stop` is done; then refuses what is new, finishes what waits, closes sockets and journal.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) {
        let hub = self.hub.clone();
        let routes = http::router(self.app);
        let (stopped, mut stopping) = watch::channel(false);
        let serving = tokio::spawn(listening::serve(self.listener, routes, stopping.clone()));
        tokio::spawn(async move {
            stop.await;
            stopped.send_replace(true);
        });
        let waking = tokio::spawn({
            let hub = hub.clone();
            async move {
                hub.wake_rooms().await;
                hub.mend().await;
            }
        });
        let keeping = tokio::spawn({
            let hub = hub.clone();
            async move { hub.keep_promises().await }
        });
        let _ = stopping.wait_for(|stopped| *stopped).await;
        tracing::info!("stopping: finishing what waits");
        waking.abort();
        // Where it stands in the middle of a deletion, the next start goes on.
        keeping.abort();
        hub.stop().await;
        if tokio::time::timeout(FAREWELL, serving).await.is_err() {
            tracing::info!("some requests did not finish in time");
        }
    }
}

/// Who can be reached from other machines should have been told how.
fn warn_of_strangers(address: SocketAddr, settings: &Settings) {
    if settings.public_url.is_none() && !address.ip().to_canonical().is_loopback() {
        tracing::warn!(
            %address,
            "listening beyond this machine without --public-url: join links name this address, and cookies also travel \
             without TLS; pass --public-url with the address that people open"
        );
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener, StartFault> {
    let open = || {
        let socket = if address.is_ipv4() {
            TcpSocket::new_v4()?
        } else {
            TcpSocket::new_v6()?
        };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    open().map_err(|reason| StartFault::Listen { address, reason })
}

/// One recorder for the process, however many servers a test starts in it.
fn figures() -> PrometheusHandle {
    static FIGURES: OnceLock<PrometheusHandle> = OnceLock::new();
    FIGURES
        .get_or_init(|| {
            let recorder = PrometheusBuilder::new().build_recorder();
            let handle = recorder.handle();
            // Another recorder is in place already where somebody embeds the server; theirs is used then.
            let _ = metrics::set_global_recorder(recorder);
            handle
        })
        .clone()
}
