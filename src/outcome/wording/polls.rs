//! What the documents say of a poll, as sentences: how it was asked, who could vote, what its figures stand on.

use super::super::contents::{Outcome, Poll, PollResult};
use super::clock::LocalClock;
use super::count;
use crate::room::command::{Base, Per, Secrecy, VotingRules};
use crate::room::event::Attribution;
use crate::room::seat::{Class, Role};

/// What is said of the polls that are not told.
pub(in super::super) fn kept_back(outcome: &Outcome) -> Option<String> {
    let kept = outcome.polls.is_empty() && outcome.polls_held > 0;
    kept.then(|| format!("{} put to the room.", count(outcome.polls_held, "poll was", "polls were")))
}

/// What a result stands on.
pub(in super::super) fn base(ballots: u32, electorate: u32, rules: &VotingRules) -> String {
    let (one, many) = match rules.per {
        Per::Delegation => ("delegation", "delegations"),
        Per::Person if rules.voters.roles.is_empty() => ("participant", "participants"),
        Per::Person => ("person entitled", "persons entitled"),
    };
    format!("{ballots} of {} answered", count(electorate, one, many))
}

/// Of what percentages are.
pub(in super::super) fn percent_of(base: Base, number: u32) -> String {
    match base {
        Base::Cast => format!("Percentages are of the {} cast.", count(number, "ballot", "ballots")),
        Base::Valid => format!(
            "Percentages are of the {}, those without abstentions.",
            count(number, "valid ballot", "valid ballots")
        ),
        Base::Entitled => format!("Percentages are of the {number} entitled to vote."),
        Base::Present => {
            format!("Percentages are of the {number} entitled to vote who were connected at the close or had voted.")
        }
    }
}

/// Who could vote. Delegations are named where the room is on the record: of a few, the figures tell how they voted.
pub(in super::super) fn entitled(rules: &VotingRules, attribution: Attribution) -> String {
    let per = match rules.per {
        Per::Person => "One ballot for each person",
        Per::Delegation => "One ballot for each delegation",
    };
    let voters = &rules.voters;
    let mut limits: Vec<String> = Vec::new();
    if !voters.roles.is_empty() {
        limits.push(listed(voters.roles.iter().copied().map(role)));
    }
    if !voters.classes.is_empty() {
        limits.push(listed(voters.classes.iter().copied().map(class)));
    }
    if !voters.delegations.is_empty() {
        limits.push(match attribution {
            Attribution::OnTheRecord => voters.delegations.join("; "),
            _ => number_of_delegations(voters.delegations.len()),
        });
    }
    let late = if rules.late {
        "; those who joined later could vote too"
    } else {
        ""
    };
    if limits.is_empty() {
        format!("{per}{late}.")
    } else {
        format!("{per}, of these: {}{late}.", limits.join(", "))
    }
}

fn number_of_delegations(number: usize) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    count(number, "delegation that was named", "delegations that were named")
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Participant => "participants",
        Role::Chair => "chairs",
        Role::Rapporteur => "rapporteurs",
        Role::Screen => "screens",
        Role::Organiser => "organisers",
    }
}

fn class(class: Class) -> &'static str {
    match class {
        Class::State => "States",
        Class::Organization => "organizations",
        Class::Stakeholder => "stakeholders",
    }
}

/// `one`, `one and two`, `one, two and three`.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// Who learns how somebody voted.
pub(in super::super) fn secrecy(secrecy: Secrecy, attribution: Attribution) -> &'static str {
    match (secrecy, attribution) {
        (Secrecy::Named, Attribution::OnTheRecord) => "Named: with the result everybody sees who voted how.",
        (Secrecy::Named, _) => "Named in the room: with the result everybody there sees who voted how; it is not told outside.",
        (Secrecy::Chair, _) => "Open to the chair: who voted how is shown to the chair alone and is in no document.",
        (Secrecy::Undisclosed, _) => "Undisclosed: nobody is shown who voted how; the server's records have it.",
        (Secrecy::Secret, _) => "Secret: who voted how is not kept once voting has ended.",
    }
}

/// What stands between the heading of a poll and its tables, as paragraphs.
pub(in super::super) fn paragraphs(outcome: &Outcome, poll: &Poll) -> Vec<String> {
    let how = [poll.method.as_str(), &poll.entitled, &poll.secrecy_rule];
    let how = how.into_iter().filter(|sentence| !sentence.is_empty()).map(str::to_owned);
    let first = round(outcome, poll).into_iter().chain(how);
    let then = stands_on(poll).into_iter().chain(time_of_voting(outcome, poll));
    let paragraphs = [
        first.collect::<Vec<_>>(),
        then.collect(),
        languages(poll).into_iter().collect(),
    ];
    paragraphs
        .into_iter()
        .filter(|sentences| !sentences.is_empty())
        .map(|sentences| sentences.join(" "))
        .collect()
}

/// Which round of which poll it is, by the number that the document gives that poll.
fn round(outcome: &Outcome, poll: &Poll) -> Option<String> {
    let round = poll.round.as_ref()?;
    let first = outcome.polls.iter().position(|other| other.id == round.first);
    let of = first.map_or_else(|| "an earlier poll".to_owned(), |at| format!("poll {}", at + 1));
    Some(format!("{} of {of}.", super::tallies::round_name(round.number)))
}

/// The figures in sentences, or why there are none.
fn stands_on(poll: &Poll) -> Vec<String> {
    let stamp = (!poll.weight.is_empty()).then(|| format!("{}.", poll.weight));
    match (&poll.void_reason, &poll.result, &poll.closed_at) {
        (Some(reason), ..) if reason.is_empty() => vec!["Declared void. It has no result.".to_owned()],
        (Some(reason), ..) => vec![format!("Declared void: {}", ended(reason)), "It has no result.".to_owned()],
        (None, Some(result), _) => {
            let not_shown = poll.not_shown.then(|| "The room was not shown this result.".to_owned());
            stamp.into_iter().chain(not_shown).chain(figures(result, poll.per)).collect()
        }
        (None, None, Some(_)) => vec!["Voting has ended; the room has not been shown the result yet.".to_owned()],
        (None, None, None) => vec!["Voting is under way; there is no result yet.".to_owned()],
    }
}

fn figures(result: &PollResult, per: Per) -> Vec<String> {
    let abstentions = result.detail.abstentions;
    let abstained = (abstentions > 0).then(|| format!("{}.", count(abstentions, "ballot abstains", "ballots abstain")));
    let whose = match per {
        Per::Delegation => "delegations",
        Per::Person => "people",
    };
    let entered = (result.entered > 0).then(|| {
        let ballots = count(result.entered, "ballot was", "ballots were");
        format!("{ballots} entered by the secretariat for {whose} without a device.")
    });
    let percent_of = (!result.percent_of.is_empty()).then(|| result.percent_of.clone());
    let quorum = result.quorum.map(|quorum| {
        let reached = if quorum.reached { "was reached" } else { "was not reached" };
        format!("The quorum of {} {reached}.", count(quorum.needed, "ballot", "ballots"))
    });
    let held = (result.texts_held > 0).then(|| {
        let one = "text is not told here: the chair did not let it through.";
        count(
            result.texts_held,
            one,
            "texts are not told here: the chair did not let them through.",
        )
    });
    let present = result
        .present
        .map(|present| format!("; {present} were connected at the close or had voted"));
    let base = Some(format!("{}{}.", result.base, present.unwrap_or_default()));
    [base, abstained, entered, quorum, percent_of, held]
        .into_iter()
        .flatten()
        .collect()
}

/// The sentence with a full stop, where it has no end of its own.
fn ended(sentence: &str) -> String {
    let sentence = sentence.trim();
    if sentence.ends_with(['.', '!', '?', '…', '。', '؟']) {
        sentence.to_owned()
    } else {
        format!("{sentence}.")
    }
}

fn time_of_voting(outcome: &Outcome, poll: &Poll) -> Option<String> {
    let (opened, closed) = (poll.opened_at.as_deref()?, poll.closed_at.as_deref()?);
    let clock = LocalClock::of(outcome);
    let (day, from) = clock.day_and_time(opened);
    let (until, beside) = (clock.time(closed, &day), clock.beside());
    Some(format!("Voting was open on {day} from {from} to {until} {beside}."))
}

/// In which languages it was asked.
fn languages(poll: &Poll) -> Option<String> {
    let shown: Vec<String> = poll.translations.iter().map(|tag| language(tag)).collect();
    let shown = listed(shown.iter().map(String::as_str));
    match (poll.language.as_str(), shown.as_str()) {
        ("", "") => None,
        (original, "") => Some(format!("Asked in {}.", language(original))),
        ("", shown) => Some(format!("Also shown in {shown}; this is the original.")),
        (original, shown) => Some(format!(
            "Asked in {}, the original; also shown in {shown}.",
            language(original)
        )),
    }
}

/// The official languages of the United Nations by name, others by their tag.
fn language(tag: &str) -> String {
    match tag.to_ascii_lowercase().as_str() {
        "ar" => "Arabic",
        "zh" => "Chinese",
        "en" => "English",
        "fr" => "French",
        "ru" => "Russian",
        "es" => "Spanish",
        _ => tag,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::command::Voters;

    #[test]
    fn what_a_result_stands_on_is_a_sentence() {
        let rules = VotingRules::default();
        assert_eq!(base(18, 24, &rules), "18 of 24 participants answered");
        assert_eq!(base(0, 1, &rules), "0 of 1 participant answered");
        let per = Per::Delegation;
        assert_eq!(base(3, 5, &VotingRules { per, ..rules }), "3 of 5 delegations answered");
    }

    #[test]
    fn percentages_say_of_what_they_are() {
        assert_eq!(percent_of(Base::Cast, 1), "Percentages are of the 1 ballot cast.");
        assert_eq!(
            percent_of(Base::Valid, 37),
            "Percentages are of the 37 valid ballots, those without abstentions."
        );
    }

    #[test]
    fn who_could_vote_is_a_sentence_and_names_delegations_on_the_record_alone() {
        assert_eq!(
            entitled(&VotingRules::default(), Attribution::OnTheRecord),
            "One ballot for each person."
        );
        let rules = VotingRules {
            per: Per::Delegation,
            late: true,
            voters: Voters {
                classes: vec![Class::State, Class::Organization],
                delegations: vec!["Kenya".into(), "Fiji".into()],
                ..Voters::default()
            },
            ..VotingRules::default()
        };
        assert_eq!(
            entitled(&rules, Attribution::OnTheRecord),
            "One ballot for each delegation, of these: States and organizations, Kenya; Fiji; those who joined later could vote too."
        );
        assert!(entitled(&rules, Attribution::ChathamHouse).contains("2 delegations that were named"));
    }

    #[test]
    fn a_reason_gets_a_full_stop_where_it_has_none() {
        assert_eq!([ended("Wrong list"), ended("Why?")], ["Wrong list.", "Why?"]);
    }
}
