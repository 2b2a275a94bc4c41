/** What a request for the floor says beside whose it is: as the fields of a form, and as the server wants it. */
import type { Change, Rank, RequestId, RequestView, Wish, You } from '../protocol.gen';

/** The fields; an empty one says nothing. */
export interface WishFields {
  name: string;
  rank: Rank | '';
  on_behalf_of: string;
  language: string;
  remote: boolean;
}

/** Fields that say nothing: whoever asks speaks, here, for their own delegation. */
export const plain = (): WishFields => ({ name: '', rank: '', on_behalf_of: '', language: '', remote: false });

/** The fields as a request has them. What the own seat says anyway is left empty. */
export function fieldsOf(request: RequestView, you: You): WishFields {
  const isOwn = request.seat === you.seat;
  return {
    name: isOwn && request.name === you.name ? '' : (request.name ?? ''),
    rank: isOwn && request.rank === you.rank ? '' : (request.rank ?? ''),
    on_behalf_of: request.on_behalf_of ?? '',
    language: request.language ?? '',
    remote: request.remote ?? false,
  };
}

/** What the fields say. */
export function wishOf(fields: WishFields): Omit<Wish, 'lane'> {
  const [name, group] = [fields.name.trim(), fields.on_behalf_of.trim()];
  return {
    ...(name && { name }),
    ...(fields.rank && { rank: fields.rank }),
    ...(group && { on_behalf_of: group }),
    ...(fields.language && { language: fields.language }),
    ...(fields.remote && { remote: true }),
  };
}

/** The fields said anew of a request. Whose it is stays: nobody takes a colleague's request over by correcting its language. */
export function changeOf(id: RequestId, fields: WishFields): Change {
  return { request: id, ...wishOf(fields) };
}

/** Whoever asks takes a colleague's place over; for whom and in which language stays. */
export function takeOver(id: RequestId, request: RequestView, you: You): Change {
  return { seat: you.seat, ...changeOf(id, { ...fieldsOf(request, you), name: '', rank: '' }) };
}
