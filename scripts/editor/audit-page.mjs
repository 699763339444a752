// eslint-disable-next-line @typescript-eslint/ban-ts-comment -- it runs in a browser, whose types are not loaded
// @ts-nocheck
// What keeps people from using a page of ours by keyboard, with a screen reader, or in a theme: looked for in the page itself.
// This runs in the browser, which has other names than Node.
/* global document, getComputedStyle, NodeFilter */

/**
 * Looks through the document, and gives what is wrong as sentences; none where all is well. It is sent to the browser as text, so it
 * stands on its own.
 * @returns {string[]}
 */
export function auditPage() {
  /** @type {string[]} */
  const wrong = [];
  const isVisible = (element) => {
    const style = getComputedStyle(element);
    return (
      style.visibility !== 'hidden' &&
      element.getClientRects().length > 0 &&
      !element.closest('[aria-hidden="true"]')
    );
  };
  const about = (element) =>
    `<${element.tagName.toLowerCase()}${element.id && ` id="${element.id}"`}${element.className && typeof element.className === 'string' ? ` class="${element.className}"` : ''}> ${element.textContent.trim().slice(0, 40)}`;

  const all = [...document.querySelectorAll('body *')];
  const focusable = all.filter(
    (element) =>
      element.matches('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])') &&
      !element.disabled &&
      isVisible(element),
  );

  // Language, title of the page, headings.
  if (!/^[a-z]{2}/.test(document.documentElement.lang)) wrong.push('The page states no language.');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1 && level > 0) wrong.push(`A heading leaves out a level: ${about(heading)}`);
    level = own;
  }

  // Names.
  const nameOf = (element) =>
    element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim() ||
    [...(element.labels ?? [])]
      .map((label) => label.textContent)
      .join(' ')
      .trim() ||
    (element.matches('input') ? '' : element.textContent.trim()) ||
    element.getAttribute('title') ||
    '';
  for (const element of focusable)
    if (nameOf(element) === '') wrong.push(`Nothing says what this is for: ${about(element)}`);
  for (const element of all.filter((each) => each.matches('img, svg') && isVisible(each)))
    if (nameOf(element) === '' && element.getAttribute('role') !== 'presentation')
      wrong.push(`A picture without words: ${about(element)}`);
  for (const table of document.querySelectorAll('table')) {
    if (!table.querySelector('th')) wrong.push(`A table without headings: ${about(table)}`);
    if (!table.caption && !table.getAttribute('aria-label') && !table.getAttribute('aria-labelledby'))
      wrong.push(`A table without a name: ${about(table)}`);
  }
  const ids = all.map(({ id }) => id).filter((id) => id !== '');
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    wrong.push(`Two elements have the id "${id}".`);

  // Roles that need others round them.
  const parents = { row: 'grid, table, rowgroup', gridcell: 'row', columnheader: 'row', rowheader: 'row' };
  for (const [role, above] of Object.entries(parents)) {
    for (const element of document.querySelectorAll(`[role="${role}"]`)) {
      const roles = above
        .split(', ')
        .map((each) => `[role="${each}"]`)
        .join(', ');
      if (!element.parentElement.closest(roles))
        wrong.push(`A ${role} outside of any ${above}: ${about(element)}`);
    }
  }
  const active = document.querySelector('[aria-activedescendant]');
  if (active && !document.getElementById(active.getAttribute('aria-activedescendant')))
    wrong.push('aria-activedescendant names nothing that is there.');
  if (document.querySelector('button, input') && !document.querySelector('[role="status"], [aria-live]'))
    wrong.push('Nothing on the page is read aloud when it changes.');

  // Focus can be seen. Only what is in the order of Tab.
  for (const element of focusable) {
    element.focus();
    if (document.activeElement !== element) continue;
    const style = getComputedStyle(element);
    const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    if (!isOutlined && style.boxShadow === 'none')
      wrong.push(`The focus cannot be seen on ${about(element)}`);
  }
  document.activeElement?.blur?.();

  // Contrast of texts.
  const parse = (color) => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return color.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const over = ([r, g, b, a], [x, y, z]) => [
    r * a + x * (1 - a),
    g * a + y * (1 - a),
    b * a + z * (1 - a),
    1,
  ];
  const backgroundOf = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const color = parse(getComputedStyle(each).backgroundColor);
      layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reverse().reduce((below, color) => over(color, below), [255, 255, 255, 1]);
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (
      walker.currentNode.nodeValue.trim() === '' ||
      element.matches('script, style, option') ||
      !isVisible(element)
    )
      continue;
    const style = getComputedStyle(element);
    const background = backgroundOf(element);
    const color = over(parse(style.color), background);
    const [light, dark] = [luminance(color), luminance(background)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = `${style.color} ${background.join()}`;
    if (ratio >= (isLarge ? 3 : 4.5) || seen.has(key)) continue;
    seen.add(key);
    wrong.push(
      `A contrast of ${ratio.toFixed(2)}: ${about(element)} (${style.color} on ${background.map(Math.round).join(' ')})`,
    );
  }
  return wrong;
}

/** The element that has the focus, in a few words; empty where the page has none. */
export function focusedElement() {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  return `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`;
}
