/** All Arabic texts, in one file: who reads Arabic needs most of them at once. */
import first from './ar.ftl';
import later from './ar.later.ftl';
import board from './board.ar.ftl';
import comments from './comments.ar.ftl';
import course from './course.ar.ftl';
import history from './history.ar.ftl';
import keeping from './keeping.ar.ftl';
import matchmaking from './matchmaking.ar.ftl';
import meanwhile from './meanwhile.ar.ftl';
import notes from './notes.ar.ftl';
import organiser from './organiser.ar.ftl';
import overview from './overview.ar.ftl';
import people from './people.ar.ftl';
import plenary from './plenary.ar.ftl';
import points from './points.ar.ftl';
import polls from './polls.ar.ftl';
import report from './report.ar.ftl';
import results from './results.ar.ftl';
import setup from './setup.ar.ftl';

export default [
  first,
  later,
  board,
  comments,
  course,
  history,
  keeping,
  matchmaking,
  meanwhile,
  notes,
  organiser,
  overview,
  people,
  plenary,
  points,
  polls,
  report,
  results,
  setup,
].flat();
