/** Results of every kind, on the projector and on a phone: the figures are those counted by hand, all of it fits, and it is accessible. */
import { COUNTED, gather, show, VOTERS, vote, type Counted } from '../counted';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectNothingCutOff, expectSound, takePicture } from '../looks';
import type { Page } from '@playwright/test';
import { english } from '../words';

/** What the rows of all tables on the page, or in a part of it, say. */
async function rowsOf(page: Page): Promise<string[][]> {
  return page.locator('tbody tr').evaluateAll((rows) => {
    const said = (cell: Element): string => {
      const copy = cell.cloneNode(true) as Element;
      for (const beside of copy.querySelectorAll('.unseen, .yours')) beside.remove();
      return copy.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    };
    return rows.map((row) => [...row.children].filter((cell) => cell.getAttribute('aria-hidden') === null).map(said));
  });
}

async function expectRows(page: Page, { paper, rows }: Counted): Promise<void> {
  const shown = await rowsOf(page);
  for (const row of rows) expect(shown, `${paper.kind}: ${row.join(' ')}`).toContainEqual(row);
}

test('the projector shows the result of every kind with the figures that were counted by hand', async ({ server, hall }) => {
  const voting = await gather(server);
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(server.room('group-1').screen);
  for (const counted of COUNTED) {
    const { kind, question } = counted.paper;
    const poll = await vote(server, voting, counted);
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
    await expect(page.getByText(english.say('result-screen-turnout', { turnout: counted.ballots.length, electorate: VOTERS.length }))).toBeVisible();
    await takePicture(page, `screen-open-${kind}`);
    await show(server, voting, poll);
    await expect(page.getByText(english.say('result-turnout', { turnout: counted.ballots.length, electorate: VOTERS.length }))).toBeVisible();
    await expect(page.getByText(english.say('result-stamp'))).toBeVisible();
    await expectRows(page, counted);
    await expectNothingCutOff(page, `the result of a poll of kind ${kind}`);
    await expectSound(page, `screen-result-${kind}`);
  }
});

test('a phone has the same figures, its own answer marked, and everything beside them', async ({ server, hall }) => {
  const voting = await gather(server);
  for (const counted of COUNTED) await show(server, voting, await vote(server, voting, counted));
  const phone = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Senegal' });
  await phone.goTo('polls');
  for (const counted of COUNTED) {
    const poll = phone.poll(counted.paper.question);
    await expect(poll.getByText(english.say('result-stamp'))).toBeVisible();
    await poll.getByText(english.say('result-as-table')).click();
  }
  for (const counted of COUNTED) await expectRows(phone.page, counted);
  const named = phone.poll('Shall the group meet again?');
  await named.getByText(english.say('result-roll'), { exact: true }).click();
  await expect(named.getByRole('definition').filter({ hasText: 'Norway' })).toContainText('Senegal');
  await expectSound(phone.page, 'phone-results');
});
