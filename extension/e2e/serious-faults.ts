import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe-core's findings that are serious or worse, in each of the colour schemes. */
export async function seriousFaults(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours on their way from one scheme to the other are nobody's choice. (A transition that is given up because its
    // element was drawn anew may never say that it finished, so they are looked at, not waited for.)
    await page.evaluate(async () => {
      const ends = (moving: Animation) => Number.isFinite(moving.effect?.getComputedTiming().endTime);
      do await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      while (document.getAnimations().some((moving) => moving.playState === 'running' && ends(moving)));
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    faults.push(...serious.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`));
  }
  return faults;
}
