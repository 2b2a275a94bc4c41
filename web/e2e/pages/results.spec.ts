/** Results of every kind, on the projector and on a phone: the figures are those counted by hand, all of it fits, and it is accessible. */
import { command } from '../api';
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

async function expectRows(page: Page, { paper, rows, words }: Counted): Promise<void> {
  const cloud = page.getByRole('img', { name: english.say('result-cloud') }).locator('text');
  if (words) await expect.poll(async () => (await cloud.allTextContents()).sort()).toEqual(words);
  const shown = await rowsOf(page);
  for (const row of rows) expect(shown, `${paper.kind}: ${row.join(' ')}`).toContainEqual(row);
}

test('the projector shows the result of every kind with the figures that were counted by hand', async ({ server, hall }) => {
  // Ten polls, one after the other, each looked at with all rules of accessibility.
  test.slow();
  const voting = await gather(server);
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(server.room('group-1').screen);
  for (const counted of COUNTED) {
    const { kind, question } = counted.paper;
    const poll = await vote(server, voting, counted);
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
    await expect(page.getByText(`${counted.ballots.length} ${english.say('result-screen-voted', { electorate: VOTERS.length })}`)).toBeVisible();
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
  // Only who was there when the poll opened is shown the ballot of the delegation.
  const phone = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Senegal' });
  for (const counted of COUNTED) await show(server, voting, await vote(server, voting, counted));
  await phone.goTo('polls');
  for (const counted of COUNTED) {
    const poll = phone.poll(counted.paper.question);
    await expect(poll.getByText(english.say('result-stamp'))).toBeVisible();
    await poll.getByText(english.say('result-as-table')).click();
  }
  for (const counted of COUNTED) await expectRows(phone.page, counted);
  await expect(phone.poll('Which component needs support first?').getByRole('row', { name: 'Technology' }).first()).toContainText(english.say('poll-your-answer'));
  await expect(phone.poll('Where shall the money go?').getByText(english.say('result-your-points', { points: 10 }))).toBeVisible();
  await expect(phone.poll('In what order shall the group work?').getByText(english.say('result-your-place', { place: 1 }))).toBeVisible();
  const named = phone.poll('Shall the group meet again?');
  await named.getByText(english.say('result-roll'), { exact: true }).click();
  await expect(named.getByRole('definition').filter({ hasText: 'Norway' })).toContainText('Senegal');
  await expectSound(phone.page, 'phone-results');
});

const LONG = 'Considering the needs that were named in the morning, which of the following measures should the group recommend to the plenary as the first, bearing in mind that there is money for no more than three of them before the end of the biennium?';
const TWENTY = Array.from({ length: 20 }, (_, at) => `Measure ${at + 1}: training, equipment and advice for national teams`);

for (const size of [{ width: 1920, height: 1080 }, { width: 1366, height: 768 }]) {
  test(`twenty answers to a long question fit a projector of ${size.width} by ${size.height}, also beside a speaker`, async ({ server, hall }) => {
    const voting = await gather(server);
    const projector = await hall.device('projector');
    const { page } = projector;
    await page.setViewportSize(size);
    await new Entrance(projector).follow(server.room('group-1').screen);
    for (const kind of ['multiple', 'ranking']) {
      const question = `${LONG} (${kind})`;
      const order = [4, 7, 1].map((first) => ({ choice: TWENTY.map((_, at) => `o${((at + first) % 20) + 1}`) }));
      const poll = await vote(server, voting, { paper: { kind, question, options: TWENTY, duration_s: 3600 }, ballots: order });
      await expect(page.getByRole('heading', { name: question })).toBeVisible();
      await expect(page.getByRole('timer')).toBeVisible();
      await expectNothingCutOff(page, `twenty answers, ${kind}`);
      await takePicture(page, `screen-twenty-open-${kind}-${size.width}`);
      await show(server, voting, poll);
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectNothingCutOff(page, `the result of twenty answers, ${kind}`);
      await takePicture(page, `screen-twenty-${kind}-${size.width}`);
    }
    await command(server, voting.voters[0] ?? voting.chair, { tool: 'floor', do: 'request' });
    await command(server, voting.chair, { tool: 'floor', do: 'give' });
    await expect(page.getByRole('timer')).toBeVisible();
    await expectNothingCutOff(page, 'the result of twenty answers beside a speaker');
    await takePicture(page, `screen-twenty-both-${size.width}`);
  });
}
