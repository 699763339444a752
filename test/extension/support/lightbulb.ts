import { press, texts } from './page';
import { until } from './until';

/** Opens the menu of the lightbulb until it shows a text. A check that ends meanwhile takes the menu away: then it is opened again. */
export async function openLightbulb(text: string): Promise<void> {
  const isShown = async () => (await texts('.action-widget')).some((shown) => shown.includes(text));
  for (let tries = 1; ; tries++) {
    await press('ControlOrMeta+.');
    try {
      await until(isShown, `"${text}" in the menu`, 4000);
      return;
    } catch (error) {
      if (tries === 5) throw error;
      await press('Escape');
    }
  }
}
