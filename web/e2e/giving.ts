/** How a chair gives the floor by the main button, and who has it then. */
import { expect } from '@playwright/test';
import type { RoomPage } from './room';

/** Who has the floor, as this page says. */
export const speaker = (room: RoomPage, name: string) => room.floor.getByRole('paragraph').filter({ hasText: new RegExp(`^${name}$`) });

/** Gives the floor by the main button. A press is for the name before until the new one could be read, so it is pressed again. */
export async function give(room: RoomPage, text: 'chair-next' | 'chair-next-order' | 'chair-next-back', name: string): Promise<void> {
  await until(room, name, () => room.button(text, { name }).click({ timeout: 2_000 }));
}

/** Presses, again where that was too soon, until somebody has the floor. */
export async function until(room: RoomPage, name: string, press: () => Promise<void>): Promise<void> {
  await expect(async () => {
    if (await speaker(room, name).isVisible()) return;
    await press();
    await expect(speaker(room, name)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
