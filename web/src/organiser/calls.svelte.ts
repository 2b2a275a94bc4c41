/** How many rooms call for help, for the organiser's pages that do not show the rooms. */
import type { MeetingNews } from '../news.svelte';
import { Resource } from '../resource.svelte';
import type { DeskRoom } from './desk.svelte';

/** Whether a room calls and nobody has said that help is coming. */
export const calls = ({ summary }: Pick<DeskRoom, 'summary'>): boolean => Boolean(summary?.session.help && !summary.session.help.coming);

export class Calls {
  private readonly desk: Resource<{ rooms: Record<string, Pick<DeskRoom, 'summary'>> }>;

  /** To be made while a component is set up. */
  constructor(meeting: string, news: MeetingNews) {
    this.desk = new Resource(`/api/meetings/${encodeURIComponent(meeting)}/desk`, 'organiser');
    this.desk.follow(news, 'rooms');
  }

  /** The rooms that call now. */
  get count(): number {
    return Object.values(this.desk.value?.rooms ?? {}).filter(calls).length;
  }
}
