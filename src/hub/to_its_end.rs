//! What is begun for somebody comes to its end, whether they wait for it or not.

use super::fault::Fault;
use std::future::Future;

/// Goes on where whoever asked has gone away meanwhile: what is on disk is told to the rooms, and nobody is out on disk and still in one.
pub(super) async fn to_its_end<T, E>(change: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    tokio::spawn(change).await.map_err(|_| Fault::Unavailable)?
}
