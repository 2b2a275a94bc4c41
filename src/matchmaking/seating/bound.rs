//! How many meetings can take place at most, whoever plans: as many as there are places at tables, and as many as the slots of the
//! people let. The second is a maximum flow: from everybody, as often as they have slots, over the meetings that they are in, to
//! everybody again; each meeting carries one in both directions, so half of the flow is the bound.

use super::plan::{Plan, Slots};
use rustworkx_core::petgraph::algo::maximum_flow::dinics;
use rustworkx_core::petgraph::graph::DiGraph;

/// The bound for a plan, over the slots that lie ahead. A meeting that has no slot counts for nothing.
pub fn upper(plan: &Plan) -> usize {
    let slots = plan.meetings.iter().fold(Slots::NONE, |all, meeting| all.and(meeting.free));
    let places = slots.count() as usize * plan.tables as usize;
    places.min(by_people(plan))
}

fn by_people(plan: &Plan) -> usize {
    let mut network: DiGraph<(), u32> = DiGraph::new();
    let (source, sink) = (network.add_node(()), network.add_node(()));
    let leaving: Vec<_> = (0..plan.people).map(|_| network.add_node(())).collect();
    let arriving: Vec<_> = (0..plan.people).map(|_| network.add_node(())).collect();
    let mut free = vec![Slots::NONE; plan.people];
    for meeting in plan.meetings.iter().filter(|meeting| meeting.free != Slots::NONE) {
        let [one, other] = meeting.people;
        for (from, to) in [(one, other), (other, one)] {
            network.add_edge(leaving[from], arriving[to], 1);
            free[from] = free[from].and(meeting.free);
        }
    }
    for (person, slots) in free.iter().enumerate() {
        network.add_edge(source, leaving[person], slots.count());
        network.add_edge(arriving[person], sink, slots.count());
    }
    let (flow, _) = dinics(&network, source, sink);
    flow as usize / 2
}
