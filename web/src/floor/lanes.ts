/** Which lanes a delegation may ask for now. What it may is the server's to say; this only keeps useless controls off the page. */
import type { FloorView, Lane, Millis, RequestId, SpeakingView } from '../protocol.gen';
import { takesRequests } from './list-state';
import { standingOf } from './standing';

/** A lane that is asked for. */
export type Asked = Extract<Lane, 'list' | 'question' | 'reply' | 'point-of-order'>;

const isStatement = ({ lane }: Pick<SpeakingView, 'lane'>): boolean => lane === 'list' || lane === 'precedence' || lane === 'reply';

/** The lanes that make sense, the most ordinary and the most urgent first. */
export function lanesToAsk(floor: FloorView, requests: RequestId[], now: Millis): Asked[] {
  const { ofList, speaks, interrupted } = standingOf(floor, requests);
  const waits = (lane: Lane): boolean => requests.some((id) => floor.requests[id]?.lane === lane);
  const silent = !speaks && !interrupted;
  const open = takesRequests(floor, now);
  const somebodySpoke = floor.speaking !== undefined || floor.spoken > 0;
  const asked = floor.speaking ? isStatement(floor.speaking) || floor.interrupted !== undefined : floor.spoken > 0;
  const may: Record<Asked, boolean> = {
    list: silent && open && ofList === undefined,
    'point-of-order': silent && !waits('point-of-order'),
    question: silent && open && asked && !waits('question'),
    reply: somebodySpoke && !waits('reply'),
  };
  return (Object.keys(may) as Asked[]).filter((lane) => may[lane]);
}
