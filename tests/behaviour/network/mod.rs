//! Whatever the network does, nobody misses anything, gets anything twice, or is told that something is saved that is not.

mod cuts;
mod process;
mod silence;
mod tabs;

use crate::support::door::Participant;
use crate::support::live::Live;
use crate::support::proxy::Proxy;
use crate::support::socket::Socket;
use crate::support::within;

/// Somebody who reaches the server over this network.
fn over(proxy: &Proxy, person: &Participant) -> Participant {
    let mut door = person.door.clone();
    door.address = proxy.address;
    person.at(&door)
}

/// Opens a live socket over a network that may break meanwhile, at the place where an earlier one ended: what comes is put to what was
/// known. None: the network broke before the server answered.
async fn come_back(person: &Participant, earlier: &Live) -> Option<Live> {
    let place = person.to(&format!("/live?since={}.{}", earlier.epoch, earlier.seq));
    let opened = within("a handshake or its end", Socket::attempt(&place)).await.ok()?;
    let mut live = Live::silent(opened.unwrap_or_else(|refused| panic!("not let in: {refused:?}")));
    live.view = earlier.view.clone();
    live.you = earlier.you.clone();
    live.epoch = earlier.epoch.clone();
    live.seq = earlier.seq;
    Some(live)
}

/// What the chair set as the limit of a speech, which the tests count with.
fn limit(live: &Live) -> u64 {
    live.view["floor"]["limit_s"].as_u64().unwrap()
}
