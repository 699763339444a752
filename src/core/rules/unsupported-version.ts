import { versionProperty } from '../spec/detect-version';
import { defineRule, type RosterContext } from './engine/define-rule';
import type { Place } from './engine/problem';
import { readableManifest, valuePlace } from './shared/manifest-rows';

type Message = 'version';

export default defineRule<Message>({
  id: 'unsupported-version',
  area: 'package',
  severity: 'error',
  summary: 'The roster is of a version that the consumer of the profile does not read.',
  messages: {
    version: 'This is a roster of OneRoster {version}; {profile} reads {versions}',
  },
  roster(context) {
    const { roster, version, report } = context;
    const { profile } = roster;
    if (profile.versions.includes(version)) return;
    const data = { version, profile: profile.title, versions: profile.versions.join(' and ') };
    report({ at: placeOf(context), message: 'version', data });
  },
});

/** Where the manifest states the version, or the roster as a whole. */
function placeOf({ roster, at, file }: RosterContext<Message>): Place {
  const manifest = readableManifest(roster);
  const row = manifest?.rows.find(({ property }) => property === versionProperty);
  return manifest === undefined || row === undefined
    ? file()
    : valuePlace(manifest.table, at(manifest.table), row);
}
