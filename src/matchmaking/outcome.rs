//! What of it goes into the outcome of the meeting: what two agreed on, where both let it. Each consents, or takes it back, on their
//! own and at any time; neither can see to it for the other. Consent is to the text that one has read: when either writes another
//! one, nobody has consented to that yet, not even its writer. Refused where the two have not both said yes.

use super::agreeing::{Pairing, PairingId, Side};
use super::limits::AGREED_CHARACTERS_MAX;
use super::who::Directory;
use super::{Event, Matchmaking};
use crate::outcome::combined::Partnership;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;

/// Everything that both sides let into the outcome, in the order in which it was agreed.
pub fn consented(matchmaking: &Matchmaking, directory: &Directory) -> Vec<Partnership> {
    let with_both = matchmaking
        .pairings
        .iter()
        .filter(|(_, pairing)| pairing.is_agreed() && pairing.consents.len() == 2);
    let mut ordered: Vec<_> = with_both.collect();
    ordered.sort_by_key(|(id, pairing)| (pairing.at, **id));
    ordered
        .into_iter()
        .filter_map(|(id, pairing)| partnership(matchmaking, *id, pairing, directory))
        .collect()
}

fn partnership(matchmaking: &Matchmaking, id: PairingId, pairing: &Pairing, directory: &Directory) -> Option<Partnership> {
    let (need, offer) = (matchmaking.posts.get(&pairing.need)?, matchmaking.posts.get(&pairing.offer)?);
    Some(Partnership {
        pairing: id.0,
        component: need.details.component,
        level: need.details.level,
        regions: need.details.regions.clone(),
        needed_by: matchmaking.called(&pairing.needer, directory)?.delegation,
        need: need.details.sentence.clone(),
        offered_by: matchmaking.called(&pairing.provider, directory)?.delegation,
        offer: offer.details.sentence.clone(),
        offer_component: offer.details.component,
        offer_level: offer.details.level,
        offer_regions: offer.details.regions.clone(),
        agreed: pairing.text.clone(),
    })
}

pub(super) fn decide_write(matchmaking: &Matchmaking, id: PairingId, text: &str, seat: &SeatId) -> Result<Event, Refusal> {
    agreed(matchmaking, id, seat)?;
    let text = text::checked("The text", text, AGREED_CHARACTERS_MAX);
    Ok(Event::AgreementWritten {
        pairing: id,
        text: text.map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?,
    })
}

pub(super) fn decide_consent(matchmaking: &Matchmaking, id: PairingId, version: u32, seat: &SeatId) -> Result<Event, Refusal> {
    let (pairing, _) = agreed(matchmaking, id, seat)?;
    if pairing.version != version {
        let message = "The text has changed meanwhile; read it again.";
        return Err(Refusal::new(Code::TextChanged, message));
    }
    Ok(Event::Consented { pairing: id })
}

pub(super) fn decide_withdraw(matchmaking: &Matchmaking, id: PairingId, seat: &SeatId) -> Result<Event, Refusal> {
    agreed(matchmaking, id, seat)?;
    Ok(Event::ConsentWithdrawn { pairing: id })
}

fn agreed<'a>(matchmaking: &'a Matchmaking, id: PairingId, seat: &SeatId) -> Result<(&'a Pairing, Side), Refusal> {
    let (pairing, side) = matchmaking.own_pairing(id, seat)?;
    if !pairing.is_agreed() {
        return Err(Refusal::new(Code::NotAgreed, "You have not both said yes."));
    }
    Ok((pairing, side))
}

pub(super) fn apply_written(matchmaking: &mut Matchmaking, id: PairingId, text: &str) {
    if let Some(pairing) = matchmaking.pairings.get_mut(&id) {
        text.clone_into(&mut pairing.text);
        pairing.version = pairing.version.saturating_add(1);
        pairing.consents.clear();
    }
}

pub(super) fn apply_consent(matchmaking: &mut Matchmaking, id: PairingId, seat: Option<&SeatId>, consents: bool) {
    let Some(pairing) = matchmaking.pairings.get_mut(&id) else {
        return;
    };
    let Some(side) = seat.and_then(|seat| pairing.side_of(seat)) else {
        return;
    };
    if consents {
        pairing.consents.insert(side);
    } else {
        pairing.consents.remove(&side);
    }
}
