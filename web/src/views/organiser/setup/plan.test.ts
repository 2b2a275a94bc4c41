import { describe, expect, it } from 'vitest';
import { idFrom, linesOf } from './plan';

describe('an id out of a title', () => {
  it('has small letters, digits and single hyphens', () => {
    expect(idFrom('Group I: Governance, policies & processes', [], 'room')).toBe('group-i-governance-policies');
    expect(idFrom('  Séance plénière ', [], 'room')).toBe('seance-pleniere');
  });

  it('is no longer than an id may be, and parted between words', () => {
    const id = idFrom('Rules, norms and principles of responsible State behaviour', [], 'room');
    expect(id).toBe('rules-norms-and-principles-of');
    expect(idFrom('x'.repeat(60), [], 'room')).toHaveLength(40);
  });

  it('is one that nothing else has', () => {
    expect(idFrom('Plenary', ['plenary', 'plenary-2'], 'room')).toBe('plenary-3');
  });

  it('is another word where a title has no letters for it', () => {
    expect(idFrom('الجلسة العامة', [], 'room')).toBe('room');
  });
});

it('blank lines are no lines', () => {
  expect(linesOf(' One \n\n Two\n')).toEqual(['One', 'Two']);
});
