import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'unsupported-layout',
  area: 'package',
  severity: 'error',
  summary: 'The roster is a zip, but the consumer of the profile reads the CSV files side by side.',
  messages: {
    zip: 'This is a zip; {profile} reads the CSV files side by side, not in a zip',
  },
  roster({ roster, file, report }) {
    const { input, profile } = roster;
    // A folder fits every layout: a package is made of it where one is needed.
    if (input.kind !== 'zip' || profile.layout !== 'loose') return;
    report({ at: file(), message: 'zip', data: { profile: profile.title } });
  },
});
